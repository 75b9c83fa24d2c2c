import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../../test/build/database'
import { buildMember } from '../../../test/build/demonstration'
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
const FILE = readFileSync('test/data/fingertips/sample-metadata.csv')

let db: Database
let services: ImportsServices
let importId: string
const tables = createTableReader()
const told: string[] = []

beforeAll(async () => {
  db = await seededDatabase()
  await db.prisma.metric.update({
    where: { id: metricId },
    data: { sourceId: '93085', rationale: '', polarity: 'high_good', valueType: 'count' },
  })
  services = createImportsServices({
    imports: createImportStore(db),
    metadata: createMetadataStore(db),
    fingertips: null,
    tables,
    metrics: createMetricStore(db),
    notices: { changed: (id, what) => void told.push(`${id} ${what}`), freeze: () => undefined },
    now: () => new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
    later: () => undefined,
  })
  const kept = await services.uploadTable(chair, { strategyId, name: 'about.csv', bytes: FILE })
  if (!kept.ok) throw new Error(kept.refusal.message)
  ;({ importId } = kept.value)
})
afterAll(() => tables.close())

async function readChanges() {
  const outcome = await services.readMetadataChanges(chair, { strategyId, importId })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  const [metric, ...others] = outcome.value.metrics
  if (!metric || others.length > 0) throw new Error('one metric was expected')
  return { count: outcome.value.count, metric }
}

const take = (choices: readonly string[], actor = chair) =>
  services.takeMetadata(actor, { strategyId, importId, choices })
const readMetric = () => db.prisma.metric.findUniqueOrThrow({ where: { id: metricId } })

async function choiceOf(field: string): Promise<string> {
  const { metric } = await readChanges()
  return metric.changes.find((change) => change.field === field)?.choice ?? ''
}

describe('what Fingertips says of its indicators', () => {
  it('is shown beside what is known here, and changes nothing by itself', async () => {
    const before = await readMetric()
    expect(await services.readImport(chair, { strategyId, importId })).toMatchObject({
      ok: true,
      value: { isMetadata: true },
    })
    const { count, metric } = await readChanges()
    expect(count).toBe(2)
    expect(metric).toMatchObject({ id: metricId, sourceId: '93085', unclear: [] })
    const offers = Object.fromEntries(metric.changes.map(({ field, offer }) => [field, offer]))
    expect(offers).toMatchObject({
      definition: 'open',
      rationale: 'chosen',
      disclosure: 'chosen',
      polarity: 'open',
      valueType: 'kept',
    })
    expect(await readMetric()).toEqual(before)
  })

  it('is for those who manage metrics', async () => {
    const input = { strategyId, importId }
    expect(await services.readMetadataChanges(viewer, input)).toMatchObject({
      ok: false,
      refusal: { code: 'forbidden' },
    })
    expect(await take([await choiceOf('rationale')], viewer)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const stranger = { ...chair, partnershipId: 'elsewhere' }
    expect(await services.readMetadataChanges(stranger, input)).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('is taken over field by field, written down with what was there before', async () => {
    const before = await readMetric()
    const choices = [await choiceOf('rationale'), await choiceOf('polarity')]
    expect(await take(choices)).toEqual({ ok: true, value: { taken: 2 } })
    expect(await readMetric()).toEqual({
      ...before,
      rationale: 'Smoking in pregnancy harms.',
      polarity: 'low_good',
      version: before.version + 1,
    })
    expect(told).toContain(`${strategyId} metrics`)
    const entry = await db.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'metric.described' },
    })
    expect(entry).toMatchObject({
      actorId: 'person-chair',
      subject: metricId,
      data: {
        importId,
        file: 'about.csv',
        fields: 'rationale, polarity',
        'was rationale': '',
        'was polarity': 'high_good',
      },
    })
    const { metric } = await readChanges()
    expect(metric.changes.map(({ field }) => field)).not.toContain('rationale')
    expect(await services.readImport(chair, { strategyId, importId })).toMatchObject({
      ok: true,
      value: { isMetadata: true, stored: { state: 'done' } },
    })
  })

  it('is refused as a whole when a field has changed since, or must stay', async () => {
    const [definition, disclosure] = [await choiceOf('definition'), await choiceOf('disclosure')]
    await db.prisma.metric.update({ where: { id: metricId }, data: { definition: 'Our own' } })
    const before = await readMetric()
    expect(await take([disclosure, definition])).toMatchObject({ refusal: { code: 'conflict' } })
    expect(await take([disclosure, await choiceOf('valueType')])).toMatchObject({
      refusal: { code: 'invalid', message: expect.stringContaining('Kind of value stays') },
    })
    expect(await take(['metric-elsewhere definition 0'])).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await take([])).toMatchObject({ refusal: { code: 'invalid' } })
    expect(await readMetric()).toEqual(before)
  })
})
