import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../../test/build/database'
import { buildMember } from '../../../test/build/demonstration'
import { createFingertips } from '../../importers/fingertips/fetch-indicator'
import { createTableReader } from '../../importers/table/table-reader'
import type { Database } from '../../persistence/database'
import { createImportStore } from '../../persistence/imports'
import { createMetadataStore } from '../../persistence/metric-metadata'
import { createMetricStore } from '../../persistence/metrics'
import { type ImportsServices, createImportsServices } from './imports-services'

const strategyId = 'wessex-vale-2026'
const metricId = 'metric-smoking-delivery'
const chair = buildMember('chair', 'person-chair')
const viewer = buildMember('viewer', 'person-viewer')
const SAMPLE = readFileSync('test/data/fingertips/sample-27-columns.csv')

let db: Database
let source: Server
/** What the source answers with: its status, and when. */
let reply: () => Promise<number>
const tables = createTableReader()
const tasks: Promise<void>[] = []

beforeAll(async () => {
  db = await seededDatabase()
  await db.prisma.metric.update({
    where: { id: metricId },
    data: { sourceId: '93085', frequency: 'annual', sex: 'Female' },
  })
  await db.prisma.area.upsert({
    where: { id: 'fetched-board' },
    create: {
      id: 'fetched-board',
      level: 'icb',
      name: 'A board of elsewhere',
      onsCode: 'E54000050',
      validFrom: new Date('2022-07-01'),
    },
    update: {},
  })
  source = createServer((_request, response) => {
    void reply().then((status) => response.writeHead(status).end(status === 200 ? SAMPLE : 'no'))
  })
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  source.closeAllConnections()
  source.close()
  await tables.close()
})

function open(isAllowed = true): ImportsServices {
  const { port } = source.address() as AddressInfo
  return createImportsServices({
    imports: createImportStore(db),
    metadata: createMetadataStore(db),
    fingertips: isAllowed ? createFingertips({ baseUrl: `http://127.0.0.1:${port}/api/` }) : null,
    tables,
    metrics: createMetricStore(db),
    notices: { changed: () => undefined, freeze: () => undefined },
    now: () => new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
    later: (task) => void tasks.push(task()),
  })
}

const settle = () => Promise.all(tasks.splice(0))

async function begin(services = open()): Promise<string> {
  const begun = await services.fetchIndicator(chair, { strategyId, metricId })
  if (!begun.ok) throw new Error(begun.refusal.message)
  return begun.value.importId
}

async function read(importId: string) {
  const outcome = await open().readImport(chair, { strategyId, importId })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

describe('fetching values from Fingertips', () => {
  it('is for those who manage metrics, where the operator allowed it', async () => {
    reply = async () => 200
    expect(await open(false).listFetchable(chair, strategyId)).toEqual({ ok: true, value: null })
    expect(await open(false).fetchIndicator(chair, { strategyId, metricId })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await open().fetchIndicator(viewer, { strategyId, metricId })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(
      await open().fetchIndicator(chair, { strategyId, metricId: 'metric-cyp-waits' }),
    ).toMatchObject({ refusal: { fields: { metric: expect.any(String) } } })
    const offered = await open().listFetchable(chair, strategyId)
    expect(offered.ok && offered.value?.find(({ id }) => id === metricId)).toMatchObject({
      sourceId: '93085',
    })
    expect(await db.prisma.observationImport.count()).toBe(0)
  })

  it('makes an import to look at, and records nothing', async () => {
    let answer = (_status: number) => undefined as void
    const answered = new Promise<number>((resolve) => (answer = resolve))
    reply = () => answered
    const before = await db.prisma.observation.count()
    const importId = await begin()
    expect(await read(importId)).toMatchObject({ stored: { state: 'fetching' }, mapping: null })
    expect(await open().fetchIndicator(chair, { strategyId, metricId })).toMatchObject({
      refusal: { code: 'conflict' },
    })
    answer(200)
    await settle()
    const { stored } = await read(importId)
    expect(stored).toMatchObject({
      state: 'looked',
      fileName: 'Fingertips 93085.csv',
      report: { kind: 'fingertips' },
    })
    expect(stored.report?.counts.new).toBeGreaterThan(0)
    expect(await db.prisma.observation.count()).toBe(before)
    const audited = await db.prisma.auditEntry.findMany({ where: { subject: importId } })
    expect(audited.map(({ action }) => action)).toEqual(['import.fetched'])
  })

  it('says when Fingertips is away, and can be begun again', async () => {
    reply = async () => 503
    const importId = await begin()
    await settle()
    expect(await read(importId)).toMatchObject({
      stored: { state: 'failed', problem: expect.stringContaining('did not answer') },
      mapping: null,
    })
    reply = async () => 200
    const again = await begin()
    await settle()
    expect((await read(again)).stored.state).toBe('looked')
  })

  it('goes on after a restart', async () => {
    reply = async () => 503
    const importId = await begin()
    await settle()
    await db.prisma.observationImport.update({
      where: { id: importId },
      data: { state: 'fetching' },
    })
    reply = async () => 200
    await open().resumeImports()
    await settle()
    expect((await read(importId)).stored).toMatchObject({ state: 'looked', problem: '' })
  })
})
