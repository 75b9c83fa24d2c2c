import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildMember } from '../../../test/build/demonstration'
import { seededDatabase } from '../../../test/build/database'
import type { Database } from '../../persistence/database'
import { createMetricStore } from '../../persistence/metrics'
import { createTargetStore } from '../../persistence/targets'
import { type TargetsServices, createTargetsServices } from './targets-services'

const strategyId = 'wessex-vale-2026'
const chair = buildMember('chair', 'person-chair')
const viewer = buildMember('viewer', 'person-viewer')
const input = { strategyId, metricId: 'metric-care-vacancies' }
const due = { 'due-day': '31', 'due-month': '3', 'due-year': '2028' }

let db: Database
let services: TargetsServices
const told: string[] = []

beforeAll(async () => {
  db = await seededDatabase()
  services = createTargetsServices({
    metrics: createMetricStore(db),
    targets: createTargetStore(db),
    notices: { changed: (id, what) => void told.push(`${id} ${what}`), freeze: () => undefined },
    now: () => new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
  })
})

const set = (typed: Readonly<Record<string, string>>, actor = chair) =>
  services.setTarget(actor, { ...input, typed })

async function standing() {
  const outcome = await services.readTarget(viewer, input)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

async function formOf(actor = chair) {
  const outcome = await services.readTargetForm(actor, input)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

/** Values of another area or group beside each of the metric's own, so much higher. */
async function addSeries(
  by: number,
  of: { areaId?: string; breakdownKey?: string; breakdown?: object },
) {
  const rows = await db.prisma.observation.findMany({
    where: { metricId: input.metricId, areaId: 'area-system', breakdownKey: '' },
  })
  await db.prisma.observation.createMany({
    data: rows.map(({ breakdown: _none, ...row }) => ({
      ...row,
      ...of,
      id: `${row.id} ${of.areaId ?? of.breakdownKey}`,
      value: (row.value ?? 0) + by,
    })),
  })
}

describe('a metric’s own target', () => {
  it('is there only for those who may manage metrics, and needs all its fields', async () => {
    const typed = { kind: 'absolute_by_date', value: '5', ...due }
    expect(await set(typed, viewer)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    expect(await services.readTargetForm(viewer, input)).toMatchObject({ ok: false })
    expect(await set({ kind: 'absolute_by_date' })).toMatchObject({
      ok: false,
      refusal: { fields: { value: expect.any(String), due: expect.any(String) } },
    })
    expect(await standing()).toEqual({ standing: null, earlier: [], maySet: false })
  })

  it('is judged today with its course and a forecast, and told to open pages', async () => {
    const { periods } = await formOf()
    const first = periods.find(({ label }) => label === '2025/26 Q1')
    const typed = {
      kind: 'absolute_by_date',
      value: '5',
      baseline: '9.5',
      baselinePeriod: first?.start ?? '',
      ...due,
    }
    expect(await set(typed)).toMatchObject({ ok: true })
    expect(told).toContain(`${strategyId} metrics`)
    const { standing: now } = await standing()
    expect(now?.sentence).toBe('5.0% or less by 31 March 2028.')
    expect(now?.course).toEqual([
      { value: 9.5, on: '2025-06-30' },
      { value: 5, on: '2028-03-31' },
    ])
    expect(now?.judged.state).toBe('off_course')
    // 365 of the 1,005 days of the course: 9.5 - 4.5 × 365 / 1,005.
    expect(now?.judged.needed).toBeCloseTo(7.8657, 4)
    expect(now?.forecast).toMatchObject({ kind: 'forecast', chance: 'unlikely' })
    expect(now?.stored).toMatchObject({ by: 'Dame Ruth Alder' })
    // One metric and the list of all are read by two ways.
    const store = createMetricStore(db)
    const one = await store.findMetric(input.metricId)
    expect(one?.target).toEqual({ value: 5, due: '2028-03-31', course: now?.course })
    const listed = await store.findMetrics(one?.partnershipId ?? '', [input.metricId])
    expect(listed[0]?.target).toEqual(one?.target)
  })

  it('may be a gap to an area the metric has values of', async () => {
    const typed = { kind: 'gap_to_comparator', gap: '0', comparator: 'place-thornley', ...due }
    expect(await set(typed)).toMatchObject({ ok: false })
    await addSeries(-1, { areaId: 'place-thornley' })
    expect((await formOf()).choices.areas).toMatchObject([
      { id: 'place-thornley', name: 'Thornley' },
    ])
    expect(await set(typed)).toMatchObject({ ok: true })
    const { standing: now } = await standing()
    expect(now?.judged).toMatchObject({ state: 'not_met' })
    expect(now?.judged.latest?.value).toBeCloseTo(1, 6)
  })

  it('may be a gap between two groups', async () => {
    const group = (place: number) => ({
      breakdownKey: `deprivation ${place}/5`,
      breakdown: { by: 'deprivation', of: 5, place },
    })
    await addSeries(3, group(1))
    await addSeries(-2, group(5))
    expect((await formOf()).choices.groups.map(({ name }) => name)).toEqual([
      'Most deprived fifth',
      'Least deprived fifth',
    ])
    const groups = { firstGroup: 'deprivation 1/5', secondGroup: 'deprivation 5/5' }
    expect(await set({ kind: 'gap_between_groups', gap: '6', ...groups, ...due })).toMatchObject({
      ok: true,
    })
    const { standing: now } = await standing()
    expect(now?.judged.state).toBe('met')
    expect(now?.judged.latest?.value).toBeCloseTo(5, 6)
  })

  it('may be a place among the best, where there are enough areas', async () => {
    expect((await formOf()).choices.levels).toEqual([])
    await db.prisma.area.createMany({
      data: [1, 2, 3, 4].map((at) => ({
        id: `icb-${at}`,
        level: 'icb',
        name: `Board ${at}`,
        validFrom: new Date('2022-07-01'),
      })),
    })
    for (const at of [1, 2, 3, 4]) await addSeries(at - 3, { areaId: `icb-${at}` })
    const { choices } = await formOf()
    expect(choices.levels).toEqual([{ id: 'icb', name: 'Integrated care boards of England (4)' }])
    const typed = { kind: 'benchmark_percentile', top: '25', benchmarkLevel: 'icb', ...due }
    expect(await set(typed)).toMatchObject({ ok: true })
    const { standing: now } = await standing()
    const own = now?.judged.latest?.value ?? 0
    // Of -2, -1, 0 and +1 the lowest quarter ends at -1.25.
    expect(now?.wanted).toBeCloseTo(own - 1.25, 6)
  })

  it('may be only a direction, which says that it cannot be measured', async () => {
    expect(await set({ kind: 'direction_only' })).toMatchObject({ ok: true })
    expect((await standing()).standing).toMatchObject({
      judged: { state: 'not_measurable' },
      wanted: null,
      forecast: null,
    })
  })

  it('keeps those it had before, and can be taken away', async () => {
    const typed = { reason: 'It is agreed nationally now.' }
    expect(await services.removeTarget(viewer, { ...input, typed })).toMatchObject({ ok: false })
    expect(await services.removeTarget(chair, { ...input, typed })).toMatchObject({ ok: true })
    const { standing: now, earlier } = await standing()
    expect(now).toBeNull()
    expect(earlier[0]).toMatchObject({
      sentence: 'The target was taken away.',
      reason: 'It is agreed nationally now.',
    })
    expect(earlier.at(-1)?.sentence).toBe('5.0% or less by 31 March 2028.')
    expect(await services.removeTarget(chair, { ...input, typed })).toMatchObject({
      ok: false,
      refusal: { code: 'conflict' },
    })
    expect((await createMetricStore(db).findMetric(input.metricId))?.target).toBeNull()
    await expect(db.pool.query('DELETE FROM metric_target')).rejects.toThrow('only ever added')
  })
})
