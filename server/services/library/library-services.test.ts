import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildMember } from '../../../test/build/demonstration'
import { applicationDatabase, seededDatabase } from '../../../test/build/database'
import type { Database } from '../../persistence/database'
import { createLibraryStore } from '../../persistence/library'
import { createMetricStore } from '../../persistence/metrics'
import { type LibraryServices, createLibraryServices } from './library-services'

const strategyId = 'wessex-vale-2026'
const editor = buildMember('editor', 'person-pen')
const TYPED = {
  code: 'WV90',
  title: 'People waiting over a year',
  plainTitle: 'Year-long waits',
  definition: 'People on the waiting list for more than 52 weeks at the end of the month.',
  valueType: 'count',
  unit: 'people',
  decimals: '0',
  polarity: 'low_good',
  frequency: 'monthly',
  yearType: 'financial',
  areaId: 'area-system',
  source: 'Referral to treatment returns',
  scope: 'local',
  tags: 'waits, hospital',
  'wantedSince-day': '1',
  'wantedSince-month': '4',
  'wantedSince-year': '2026',
}

let db: Database
let services: LibraryServices
const told: string[] = []

beforeAll(async () => {
  const owner = await seededDatabase()
  db = await applicationDatabase(owner)
  services = createLibraryServices({
    metrics: createMetricStore(db),
    library: createLibraryStore(db),
    notices: { changed: (id, what) => void told.push(`${id} ${what}`), freeze: () => undefined },
    now: () => new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
  })
})

beforeEach(() => {
  told.length = 0
})

const add = (typed: Readonly<Record<string, string>>, actor = editor) =>
  services.addMetric(actor, { strategyId, typed })

async function addNew(code: string, change: Readonly<Record<string, string>> = {}) {
  const outcome = await add({ ...TYPED, code, ...change })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.metricId
}

async function formOf(metricId: string, actor = editor) {
  const outcome = await services.readDefinitionForm(actor, { strategyId, metricId })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

async function change(metricId: string, typed: Readonly<Record<string, string>>, seen?: string) {
  const form = await formOf(metricId)
  return services.changeDefinition(editor, {
    strategyId,
    metricId,
    typed: { ...typed, seen: seen ?? form.seen },
  })
}

const auditsOf = (subject: string) =>
  db.prisma.auditEntry.findMany({ where: { subject }, orderBy: { seq: 'asc' } })

describe('adding a metric', () => {
  it('keeps every field, without values or a lead, and tells open pages', async () => {
    const metricId = await addNew('WV91', { scope: 'index', chasm: 'health_social', lagDays: '45' })
    const { metric, values } = await formOf(metricId)
    expect(values).toBe(0)
    expect(metric).toMatchObject({
      code: 'WV91',
      unit: 'people',
      decimals: 0,
      tags: ['waits', 'hospital'],
      wantedSince: '2026-04-01',
      lagDays: 45,
      scope: 'index',
      chasm: 'health_social',
      role: 'watch',
      lead: null,
      retiredOn: null,
      version: 0,
    })
    expect(told).toEqual([`${strategyId} metrics`])
    expect(await auditsOf(metricId)).toMatchObject([
      { action: 'metric.added', actorId: 'person-pen', data: { code: 'WV91' } },
    ])
  })

  it('[ME44] gives each metric its own code, even of two added at the same moment', async () => {
    const before = await db.prisma.metric.count()
    expect(await add({ ...TYPED, code: 'wv01', title: '' })).toMatchObject({
      ok: false,
      refusal: {
        code: 'invalid',
        fields: { code: expect.stringContaining('has the code wv01'), title: expect.any(String) },
      },
    })
    const both = await Promise.all([
      add({ ...TYPED, code: 'TWIN' }),
      add({ ...TYPED, code: 'twin' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.prisma.metric.count()).toBe(before + 1)
  })

  it('is for the chair and editors of the partnership', async () => {
    for (const role of ['reviewer', 'viewer', 'metric_lead', 'signatory', 'administrator'] as const)
      expect(await add({ ...TYPED, code: 'NO' }, buildMember(role))).toMatchObject({
        refusal: { code: 'forbidden' },
      })
    const stranger = { ...editor, partnershipId: 'elsewhere' }
    expect(await add({ ...TYPED, code: 'NO' }, stranger)).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await services.readNewForm(stranger, { strategyId })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(
      await services.readDefinitionForm(buildMember('viewer'), {
        strategyId,
        metricId: 'metric-smoking',
      }),
    ).toMatchObject({ refusal: { code: 'forbidden' } })
  })

  it('offers the partnership’s own areas', async () => {
    const form = await services.readNewForm(editor, { strategyId })
    const ids = form.ok ? form.value.areas.map(({ id }) => id) : []
    expect(ids).toContain('place-ashmere')
    expect(await db.prisma.area.count({ where: { id: { in: ids }, partnershipId: null } })).toBe(0)
  })
})

describe('changing a metric', () => {
  it('keeps what changed on record, and writes nothing when nothing did', async () => {
    const metricId = await addNew('WV92')
    expect(await change(metricId, { ...TYPED, code: 'WV92' })).toEqual({
      ok: true,
      value: { changed: [] },
    })
    const definition = 'People waiting more than 52 weeks, at midnight on the last day.'
    expect(await change(metricId, { ...TYPED, code: 'WV92', unit: 'waits', definition })).toEqual({
      ok: true,
      value: { changed: ['definition', 'unit'] },
    })
    expect(await auditsOf(metricId)).toMatchObject([
      { action: 'metric.added' },
      {
        action: 'metric.defined_anew',
        data: {
          fields: 'definition unit',
          definitionBefore: TYPED.definition,
          definitionAfter: definition,
        },
      },
    ])
  })

  it('[ME45] refuses another unit once there are values, in whatever area', async () => {
    const { metric, values } = await formOf('metric-home-care-waits')
    expect(values).toBeGreaterThan(0)
    const outcome = await change('metric-home-care-waits', {
      ...TYPED,
      code: metric?.code ?? '',
      unit: 'beds',
    })
    expect(outcome).toMatchObject({
      refusal: { code: 'invalid', fields: { unit: expect.stringContaining('cannot change') } },
    })
    expect((await formOf('metric-home-care-waits')).metric?.unit).toBe('people')
  })

  it('[ME52] saves nothing over somebody else’s change', async () => {
    const metricId = await addNew('WV93')
    const { seen } = await formOf(metricId)
    const typed = { ...TYPED, code: 'WV93' }
    expect((await change(metricId, { ...typed, caveats: 'First.' }, seen)).ok).toBe(true)
    expect(await change(metricId, { ...typed, caveats: 'Second.' }, seen)).toMatchObject({
      refusal: { code: 'conflict' },
    })
    expect((await formOf(metricId)).metric?.caveats).toBe('First.')
  })

  it('[ME44] refuses the code of another metric, and takes its own again', async () => {
    const metricId = await addNew('WV94')
    expect(await change(metricId, { ...TYPED, code: 'WV01' })).toMatchObject({
      refusal: { fields: { code: expect.any(String) } },
    })
    expect((await change(metricId, { ...TYPED, code: 'wv94' })).ok).toBe(true)
  })
})

describe('giving up', () => {
  const giveUp = (metricId: string, typed: Readonly<Record<string, string>>, actor = editor) =>
    services.giveUpMetric(actor, { strategyId, metricId, typed })

  it('[ME50][ME51] keeps the metric and its values, with the reason, and can be undone', async () => {
    const metricId = 'metric-loneliness'
    const values = await db.prisma.observation.count({ where: { metricId } })
    expect(await giveUp(metricId, { reason: '' })).toMatchObject({
      refusal: { fields: { reason: expect.any(String) } },
    })
    expect(await giveUp(metricId, { reason: 'No longer published.' })).toEqual({
      ok: true,
      value: { retiredOn: '2026-11-22' },
    })
    expect((await formOf(metricId)).metric?.retiredOn).toBe('2026-11-22')
    expect(await giveUp(metricId, { reason: 'Again.' })).toMatchObject({
      refusal: { code: 'conflict' },
    })
    expect(await giveUp(metricId, { intent: 'take_back' })).toMatchObject({ ok: true })
    expect(await giveUp(metricId, { intent: 'take_back' })).toMatchObject({
      refusal: { code: 'conflict' },
    })
    expect((await formOf(metricId)).metric?.retiredOn).toBeNull()
    expect(await db.prisma.observation.count({ where: { metricId } })).toBe(values)
    expect(await auditsOf(metricId)).toMatchObject([
      { action: 'metric.given_up', data: { reason: 'No longer published.' } },
      { action: 'metric.taken_back' },
    ])
  })

  it('is for the chair and editors', async () => {
    expect(
      await giveUp('metric-loneliness', { reason: 'No.' }, buildMember('metric_lead')),
    ).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await giveUp('nowhere', { reason: 'No.' })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})
