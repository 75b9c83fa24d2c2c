import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../../test/build/database'
import { buildMember } from '../../../test/build/demonstration'
import {
  type FingertipsFile,
  areaCode,
  buildFingertipsFile,
  metricCode,
} from '../../../test/build/fingertips-file'
import { createTableReader } from '../../importers/table/table-reader'
import type { Database } from '../../persistence/database'
import { createImportStore } from '../../persistence/imports'
import { createMetadataStore } from '../../persistence/metric-metadata'
import { createMetricStore } from '../../persistence/metrics'
import type { ImportsAdapters } from './imports-adapters'
import { type ImportsServices, createImportsServices } from './imports-services'

const strategyId = 'wessex-vale-2026'
const chair = buildMember('chair', 'person-chair')
const viewer = buildMember('viewer', 'person-viewer')

let db: Database
let services: ImportsServices
const tables = createTableReader()
const tasks: Promise<void>[] = []
const told: string[] = []

function open(parts: Partial<ImportsAdapters> = {}): ImportsServices {
  return createImportsServices({
    imports: createImportStore(db),
    tables,
    metadata: createMetadataStore(db),
    fingertips: null,
    metrics: createMetricStore(db),
    notices: { changed: (id, what) => void told.push(`${id} ${what}`), freeze: () => undefined },
    now: () => new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
    later: (task) => void tasks.push(task()),
    ...parts,
  })
}

beforeAll(async () => {
  db = await seededDatabase()
  services = open()
})
afterAll(() => tables.close())

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function settle() {
  await Promise.all(tasks.splice(0))
}

async function upload(bytes: Uint8Array, name = 'values.csv'): Promise<string> {
  const outcome = await services.uploadTable(chair, { strategyId, name, bytes })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value.importId
}

async function look(importId: string, typed: Readonly<Record<string, string>> = {}) {
  const outcome = await services.lookAtImport(chair, { strategyId, importId, typed })
  if (!outcome.ok) return outcome.refusal
  await settle()
  return read(importId)
}

async function read(importId: string) {
  const outcome = await services.readImport(chair, { strategyId, importId })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value.stored
}

async function confirm(importId: string) {
  const outcome = await services.confirmImport(chair, { strategyId, importId })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  await settle()
  return read(importId)
}

async function bringIn(bytes: Uint8Array, typed: Readonly<Record<string, string>> = {}) {
  const importId = await upload(bytes)
  await look(importId, typed)
  return confirm(importId)
}

/** Values that count, of everybody and of groups. */
async function countCurrent(metricId?: string): Promise<number> {
  return db.prisma.observation.count({
    where: { supersededBy: null, withdrawn: false, ...(metricId && { metricId }) },
  })
}

async function addFingertipsMetrics(metrics: number, areas: number) {
  const like = await db.prisma.metric.findUniqueOrThrow({
    where: { id: 'metric-smoking-delivery' },
  })
  await db.prisma.metric.createMany({
    data: Array.from({ length: metrics }, (_, at) => ({
      ...like,
      id: `ft-${at + 1}`,
      code: `FT${at + 1}`,
      sourceId: metricCode(at + 1),
      title: `Fingertips ${at + 1}`,
      frequency: 'annual',
      yearType: 'financial',
    })),
  })
  await db.prisma.area.createMany({
    data: Array.from({ length: areas }, (_, at) => ({
      id: `ft-area-${at + 1}`,
      level: 'icb',
      name: `Board ${at + 1}`,
      onsCode: areaCode(at + 1),
      validFrom: new Date('2022-07-01'),
    })),
  })
}

const TABLE = (rows: string) => bytesOf(`Area,Quarter,Result,Unit\n${rows}`)
const ABOUT = { metricId: 'metric-blood-pressure' }

describe('importing a table', () => {
  it('is for those who manage metrics', async () => {
    const denied = await services.uploadTable(viewer, { strategyId, name: 'a', bytes: TABLE('') })
    expect(denied).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    const importId = await upload(TABLE('Thornley,2026/27 Q1,9,%'))
    expect(await services.readImport(viewer, { strategyId, importId })).toMatchObject({ ok: false })
    const stranger = { ...chair, partnershipId: 'elsewhere' }
    expect(await services.confirmImport(stranger, { strategyId, importId })).toMatchObject({
      ok: false,
      refusal: { code: 'not_found' },
    })
    expect(
      await services.uploadTable(chair, { strategyId, name: 'a', bytes: bytesOf('') }),
    ).toMatchObject({
      ok: false,
      refusal: { fields: { file: expect.any(String) } },
    })
  })

  it('says what it would do, line by line, and writes nothing', async () => {
    const before = await countCurrent()
    const importId = await upload(
      TABLE(
        'Thornley,2026/27 Q1,9.1,%\nMars,2026/27 Q1,9,%\nThornley,2026/27 Q9,9,%\nAshmere,2026/27 Q1,9,people\nAshmere,2025/26 Q4,180,%',
      ),
    )
    const { state, report } = await look(importId, ABOUT).then(
      (stored) =>
        stored as never as { state: string; report: { counts: object; problems: string[] } },
    )
    expect(state).toBe('looked')
    expect(report.counts).toMatchObject({ new: 1, error: 4, same: 0 })
    expect(report.problems.join('\n')).toMatch(
      /Line 3: “Mars”[\s\S]*Line 4[\s\S]*Line 5[\s\S]*people[\s\S]*Line 6/,
    )
    expect(await countCurrent()).toBe(before)
  })

  it('asks which column is which, and remembers it for such headings', async () => {
    const text = 'Where,When,How much\nThornley,2026/27 Q1,9.4\n'
    const importId = await upload(bytesOf(text))
    expect(await look(importId, ABOUT)).toMatchObject({
      message: expect.stringContaining('the area'),
    })
    const columns = { 'column-areaName': '0', 'column-period': '1', 'column-value': '2' }
    expect(await look(importId, { ...ABOUT, ...columns })).toMatchObject({ state: 'looked' })
    const again = await services.readImport(chair, {
      strategyId,
      importId: await upload(bytesOf(text)),
    })
    expect(again).toMatchObject({
      ok: true,
      value: { mapping: { columns: { areaName: 0, period: 1, value: 2 }, problem: '' } },
    })
  })

  it('records it with its file and line; twice changes nothing; a change supersedes', async () => {
    const before = await countCurrent()
    const first = await bringIn(TABLE('Thornley,2026/27 Q1,9.1,%\nAshmere,2026/27 Q1,c,%'), ABOUT)
    expect(first).toMatchObject({ state: 'done', total: 2, done: 2 })
    expect(told).toContain(`${strategyId} metrics`)
    const rows = await db.prisma.observation.findMany({ where: { importId: first.id } })
    expect(rows).toHaveLength(2)
    expect(rows.find(({ importLine }) => importLine === 3)).toMatchObject({
      value: null,
      suppressed: true,
      origin: 'imported',
    })
    expect(
      await services.readImportedRow(viewer, { strategyId, importId: first.id, line: 2 }),
    ).toMatchObject({
      ok: true,
      value: { cells: ['Thornley', '2026/27 Q1', '9.1', '%'], fileName: 'values.csv' },
    })
    const again = await upload(TABLE('Thornley,2026/27 Q1,9.1,%\nAshmere,2026/27 Q1,c,%'))
    expect(await look(again, ABOUT)).toMatchObject({ report: { counts: { new: 0, same: 2 } } })
    expect(await services.confirmImport(chair, { strategyId, importId: again })).toMatchObject({
      ok: false,
      refusal: { message: 'There is nothing new in this file to record.' },
    })
    const changed = await bringIn(TABLE('Thornley,2026/27 Q1,9.3,%\nAshmere,2026/27 Q1,c,%'), ABOUT)
    expect(changed.report).toMatchObject({
      counts: { new: 0, supersedes: 1, same: 1 },
      replaced: [{ line: 2, area: 'Thornley', from: 9.1, to: 9.3 }],
    })
    expect(await countCurrent()).toBe(before + 2)
    const audited = await db.prisma.auditEntry.findMany({ where: { subject: first.id } })
    expect(audited.map(({ action }) => action)).toEqual([
      'import.uploaded',
      'import.confirmed',
      'import.recorded',
    ])
  })

  it('is undone: what was new is withdrawn, what was replaced comes back, what was corrected stays', async () => {
    const undo = (importId: string, reason = 'The wrong file') =>
      services.undoImport(chair, { strategyId, importId, reason })
    const value = async (areaId: string) => {
      const row = await db.prisma.observation.findFirst({
        where: {
          metricId: ABOUT.metricId,
          areaId,
          supersededBy: null,
          withdrawn: false,
          breakdownKey: '',
          periodStart: new Date('2026-01-01'),
        },
      })
      return row?.value ?? null
    }
    await bringIn(TABLE('Thornley,2025/26 Q4,8,%'), ABOUT)
    const wrong = await bringIn(
      TABLE('Thornley,2025/26 Q4,88,%\nAshmere,2025/26 Q4,77,%\nCaldbourne,2025/26 Q4,66,%'),
      ABOUT,
    )
    await bringIn(TABLE('Caldbourne,2025/26 Q4,6.6,%'), ABOUT)
    expect(await undo(wrong.id, ' ')).toMatchObject({ ok: false })
    expect(await undo(wrong.id)).toMatchObject({ ok: true })
    await settle()
    expect(await read(wrong.id)).toMatchObject({ state: 'undone', report: { left: 1 } })
    expect(await value('place-thornley')).toBe(8)
    expect(await value('place-ashmere')).toBeNull()
    expect(await value('place-caldbourne')).toBe(6.6)
    expect(await undo(wrong.id)).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
    // The same file may be brought in again.
    const again = await bringIn(TABLE('Ashmere,2025/26 Q4,77,%'), ABOUT)
    expect(again.report?.counts.new).toBe(1)
    expect(await value('place-ashmere')).toBe(77)
  })

  it('goes on after a restart without doing anything twice', async () => {
    const importId = await upload(
      TABLE(
        Array.from(
          { length: 40 },
          (_, at) =>
            `Thornley,${2010 + Math.floor(at / 4)}/${String(11 + Math.floor(at / 4)).padStart(2, '0')} Q${1 + (at % 4)},${10 + (at % 7)},%`,
        ).join('\n'),
      ),
    )
    await look(importId, ABOUT)
    const store = createImportStore(db)
    let writes = 0
    services = open({
      imports: {
        ...store,
        async writeBatch(input) {
          const written = await store.writeBatch(input)
          if ((writes += 1) === 1) throw new Error('the server was stopped')
          return written
        },
      },
    })
    await services.confirmImport(chair, { strategyId, importId })
    await Promise.allSettled(tasks.splice(0))
    expect(await read(importId)).toMatchObject({ state: 'failed' })
    // As a server that was killed leaves it.
    await db.prisma.observationImport.update({
      where: { id: importId },
      data: { state: 'running' },
    })
    const before = await countCurrent()
    services = open()
    await services.resumeImports()
    await settle()
    expect(await read(importId)).toMatchObject({
      state: 'done',
      report: { counts: { same: 0, new: 40 }, recorded: 40 },
    })
    expect(await countCurrent()).toBe(before)
  })
})

describe('importing Fingertips’ download', () => {
  let file: FingertipsFile

  it('takes 50,000 rows: repeated, suppressed, of sexes, of elsewhere', async () => {
    file = buildFingertipsFile({ metrics: 30, areas: 36, years: 15 })
    expect(file.rows).toBeGreaterThan(49_000)
    await addFingertipsMetrics(30, 36)
    const before = await countCurrent()
    const done = await bringIn(file.bytes)
    expect(done).toMatchObject({
      state: 'done',
      total: file.fresh,
      done: file.fresh,
      report: {
        kind: 'fingertips',
        counts: {
          new: file.fresh,
          supersedes: 0,
          same: 0,
          repeated: file.repeated,
          passed_over: file.elsewhere,
          error: 0,
        },
        suppressed: file.suppressed,
      },
    })
    expect(await countCurrent()).toBe(before + file.fresh)
    const female = await db.prisma.observation.count({
      where: { metricId: 'ft-1', breakdownKey: 'sex female' },
    })
    expect(female).toBe(36 * 15)
    const withheld = await db.prisma.observation.findFirst({
      where: { metricId: 'ft-1', suppressed: true },
    })
    expect(withheld?.value).toBeNull()
  }, 60_000)

  it('changes nothing a second time, and is undone', async () => {
    const importId = await upload(file.bytes)
    expect(await look(importId)).toMatchObject({
      report: { counts: { new: 0, supersedes: 0, same: file.fresh } },
    })
    const first = await db.prisma.observationImport.findFirstOrThrow({
      where: { state: 'done', total: file.fresh },
    })
    await services.undoImport(chair, { strategyId, importId: first.id, reason: 'Try again' })
    await settle()
    expect(await countCurrent('ft-1')).toBe(
      await db.prisma.observation.count({
        where: { metricId: 'ft-1', importId: null, supersededBy: null, withdrawn: false },
      }),
    )
    expect(await read(first.id)).toMatchObject({ state: 'undone', report: { left: 0 } })
    expect(await look(importId)).toMatchObject({ report: { counts: { new: file.fresh } } })
  }, 60_000)
})
