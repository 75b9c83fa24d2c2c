import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../../test/build/database'
import { buildMember } from '../../../test/build/demonstration'
import { buildTyped } from '../../../test/build/metrics'
import { createTableReader } from '../../importers/table/table-reader'
import { createBlockStore } from '../../persistence/blocks'
import type { Database } from '../../persistence/database'
import { createImportStore } from '../../persistence/imports'
import { createMetadataStore } from '../../persistence/metric-metadata'
import { createMetricStore } from '../../persistence/metrics'
import { createMetricsServices } from '../metrics/metrics-services'
import type { ImportStore } from './import-store'
import { type ImportsServices, createImportsServices } from './imports-services'

const strategyId = 'wessex-vale-2026'
const metricId = 'metric-smoking-delivery'
const chair = buildMember('chair', 'person-chair')
const pen = buildMember('editor', 'person-pen')
const viewer = buildMember('viewer', 'person-viewer')
const now = () => new Date('2026-11-22T10:00:00Z')
const notices = { changed: () => undefined, freeze: () => undefined }

let db: Database
const tables = createTableReader()
const tasks: Promise<void>[] = []

function open(change: (store: ImportStore) => Partial<ImportStore> = () => ({})): ImportsServices {
  const store = createImportStore(db)
  return createImportsServices({
    imports: { ...store, ...change(store) },
    tables,
    metadata: createMetadataStore(db),
    fingertips: null,
    metrics: createMetricStore(db),
    notices,
    now,
    newId: randomUUID,
    later: (task) => void tasks.push(task()),
  })
}

const settle = () => Promise.allSettled(tasks.splice(0))

beforeAll(async () => {
  db = await seededDatabase()
})
afterAll(() => tables.close())

/** A file of these values of places, looked at. */
async function lookedAt(rows: string, headings = 'Area,Quarter,Result'): Promise<string> {
  const bytes = new TextEncoder().encode(`${headings}\n${rows}`)
  const kept = await open().uploadTable(chair, { strategyId, name: 'values.csv', bytes })
  if (!kept.ok) throw new Error(kept.refusal.message)
  const { importId } = kept.value
  const looked = await open().lookAtImport(chair, { strategyId, importId, typed: { metricId } })
  if (!looked.ok) throw new Error(looked.refusal.message)
  await settle()
  return importId
}

async function read(importId: string) {
  const outcome = await open().readImport(chair, { strategyId, importId })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value.stored
}

/** As a server that is killed after the first rows are recorded, before it could say so. */
async function breakOff(importId: string): Promise<void> {
  const services = open((store) => ({
    async writeBatch(input) {
      await store.writeBatch(input)
      throw new Error('the server was stopped')
    },
  }))
  await services.confirmImport(chair, { strategyId, importId })
  await settle()
}

const currentOf = (periodStart: string) =>
  db.prisma.observation.findFirst({
    where: {
      metricId,
      areaId: 'area-system',
      breakdownKey: '',
      supersededBy: null,
      withdrawn: false,
      periodStart: new Date(periodStart),
    },
  })

describe('an import that was broken off', () => {
  it('leaves what somebody corrected meanwhile, and tells what it recorded', async () => {
    const importId = await lookedAt('Wessex Vale,2019/20 Q1,9.1\nWessex Vale,2019/20 Q2,9.2')
    await breakOff(importId)
    expect(await read(importId)).toMatchObject({ state: 'failed', report: { recorded: 2 } })
    const first = await currentOf('2019-04-01')
    const metrics = createMetricsServices({
      metrics: createMetricStore(db),
      blocks: createBlockStore(db),
      notices,
      now,
      newId: randomUUID,
    })
    const corrected = await metrics.recordObservation(chair, {
      strategyId,
      metricId,
      typed: buildTyped({
        period: '2019-04-01',
        value: '8.5',
        corrects: first?.id ?? '',
        reason: 'Counted again',
      }),
    })
    expect(corrected).toMatchObject({ ok: true })
    await db.prisma.observationImport.update({
      where: { id: importId },
      data: { state: 'running' },
    })
    await open().resumeImports()
    await settle()
    expect(await read(importId)).toMatchObject({
      state: 'done',
      problem: '',
      report: { counts: { new: 2, supersedes: 0, same: 0 }, recorded: 2 },
    })
    expect((await currentOf('2019-04-01'))?.value).toBe(8.5)
  })

  it('is undone by whoever asks for it, and not looked at with other columns', async () => {
    const importId = await lookedAt('Wessex Vale,2018/19 Q1,9.1\nWessex Vale,2018/19 Q2,9.2')
    await breakOff(importId)
    const again = await open().lookAtImport(chair, { strategyId, importId, typed: { metricId } })
    expect(again).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
    const undone = await open().undoImport(pen, { strategyId, importId, reason: 'Half of it' })
    expect(undone).toMatchObject({ ok: true })
    await settle()
    expect(await read(importId)).toMatchObject({ state: 'undone', report: { left: 0 } })
    expect(await currentOf('2018-04-01')).toBeNull()
    const withdrawals = await db.prisma.observation.findMany({
      where: { metricId, withdrawn: true, reason: 'Import undone: Half of it' },
    })
    expect(withdrawals.map(({ recordedById }) => recordedById)).toEqual([
      'person-pen',
      'person-pen',
    ])
  })

  it('has nothing to undo when nothing was recorded', async () => {
    const importId = await lookedAt('Wessex Vale,2017/18 Q1,9.1')
    const undone = await open().undoImport(chair, { strategyId, importId, reason: 'Why not' })
    expect(undone).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
  })
})

describe('the columns of an import', () => {
  it('may be denied, and that is remembered', async () => {
    const headings = 'Area,Quarter,Result,Population'
    const rows = 'Wessex Vale,2016/17 Q1,9.1,not a number'
    const importId = await lookedAt(rows, headings)
    expect((await read(importId)).report?.counts).toMatchObject({ error: 1, new: 0 })
    const typed = { metricId, 'column-denominator': '-1' }
    expect(await open().lookAtImport(chair, { strategyId, importId, typed })).toMatchObject({
      ok: true,
    })
    await settle()
    const { report } = await read(importId)
    expect(report?.counts).toMatchObject({ error: 0, new: 1 })
    expect(report?.unused).toEqual(['Population'])
    expect(report?.added).toEqual([
      {
        line: 2,
        metricId,
        metric: expect.stringContaining('smokers'),
        area: 'Wessex Vale',
        group: '',
        period: '2016/17 Q1',
        from: null,
        to: 9.1,
      },
    ])
    const next = await open().uploadTable(chair, {
      strategyId,
      name: 'again.csv',
      bytes: new TextEncoder().encode(`${headings}\n${rows}`),
    })
    const detail = await open().readImport(chair, {
      strategyId,
      importId: next.ok ? next.value.importId : '',
    })
    expect(detail.ok && detail.value.mapping?.columns).not.toHaveProperty('denominator')
  })
})

describe('where a value came from', () => {
  it('is named for whoever may read, of this partnership only', async () => {
    const importId = await lookedAt('Wessex Vale,2015/16 Q1,9.1')
    const ids = { strategyId, importIds: [importId, importId, 'none'] }
    expect(await open().readFileNames(viewer, ids)).toEqual({
      ok: true,
      value: { [importId]: 'values.csv' },
    })
    const stranger = { ...viewer, partnershipId: 'elsewhere' }
    expect(await open().readFileNames(stranger, ids)).toMatchObject({ ok: false })
    expect(await open().readFileNames(viewer, { strategyId, importIds: [] })).toEqual({
      ok: true,
      value: {},
    })
  })
})
