import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildMember, projectDemonstration } from '../../../test/build/demonstration'
import { seededDatabase } from '../../../test/build/database'
import { buildTyped } from '../../../test/build/metrics'
import type { Actor } from '../../../app/domain/access/actor'
import { parseMetricFilter } from '../../../app/domain/metrics/filter-metrics'
import type { TypedObservation } from '../../../app/domain/metrics/observation-form'
import { createBlockStore } from '../../persistence/blocks'
import type { Database } from '../../persistence/database'
import { createMetricStore } from '../../persistence/metrics'
import { type MetricsServices, createMetricsServices } from './metrics-services'

const strategyId = 'wessex-vale-2026'
const metricId = 'metric-cyp-waits'
const chair = buildMember('chair', 'person-chair')
const viewer = buildMember('viewer', 'person-viewer')

let db: Database
let services: MetricsServices
const told: string[] = []

beforeAll(async () => {
  db = await seededDatabase()
  await projectDemonstration(db)
  services = createMetricsServices({
    metrics: createMetricStore(db),
    blocks: createBlockStore(db),
    notices: { changed: (id, what) => void told.push(`${id} ${what}`), freeze: () => undefined },
    now: () => new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
  })
})

beforeEach(() => {
  told.length = 0
})

const record = (typed: Partial<TypedObservation>, actor = chair, id = metricId) =>
  services.recordObservation(actor, { strategyId, metricId: id, typed: buildTyped(typed) })

async function countRows() {
  const [observations, audited] = await Promise.all([
    db.prisma.observation.count(),
    db.prisma.auditEntry.count(),
  ])
  return { observations, audited }
}

const listAll = (actor: Actor | null, search = '') =>
  services.listMetrics(actor, {
    strategyId,
    filter: parseMetricFilter(new URLSearchParams(search)),
  })

async function detailOf(id: string, actor = chair) {
  const outcome = await services.readMetric(actor, { strategyId, metricId: id })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

describe('reading metrics', () => {
  it('lists the partnership’s metrics with figures, words and work', async () => {
    const outcome = await listAll(viewer)
    if (!outcome.ok) throw new Error(outcome.refusal.message)
    const { metrics, mayAssign } = outcome.value
    expect(metrics).toHaveLength(await db.prisma.metric.count())
    expect(mayAssign).toBe(false)
    const crisis = metrics.find((row) => row.metric.id === 'metric-ed-crisis')
    expect(crisis).toMatchObject({ period: 'September 2026', objectives: 1, work: [] })
    expect(crisis?.variation?.words).toBeTruthy()
    const loneliness = metrics.find((row) => row.metric.id === 'metric-loneliness')
    expect(loneliness?.work).toContain('no lead')
    expect(loneliness).toMatchObject({
      variation: null,
      notice: 'One value a year is too few for a control chart.',
    })
  })

  it('filters on the server, and gives fifty at a time', async () => {
    const codes = async (search: string) => {
      const outcome = await listAll(viewer, search)
      if (!outcome.ok) throw new Error(outcome.refusal.message)
      const { metrics, found, page, pages } = outcome.value
      return { codes: metrics.map(({ metric }) => metric.code), found, page, pages }
    }
    expect(await codes('q=loneliness')).toEqual({ codes: ['WV15'], found: 1, page: 1, pages: 1 })
    expect((await codes('show=unowned')).codes).toEqual(['WV15', 'WV16'])
    const unusual = await codes('show=unusual')
    expect(unusual.found).toBeGreaterThan(0)
    expect(unusual.found).toBeLessThan(16)
    const [first] = await db.prisma.metric.findMany({ where: { code: 'WV01' } })
    await db.prisma.metric.createMany({
      data: Array.from({ length: 50 }, (_, at) => ({
        ...first!,
        id: `more-${at}`,
        code: `X${at + 10}`,
      })),
    })
    expect(await codes('page=2')).toMatchObject({ found: 66, page: 2, pages: 2 })
    expect((await codes('page=2')).codes).toHaveLength(16)
    expect((await codes('page=9')).page).toBe(2)
    await db.prisma.metric.deleteMany({ where: { id: { startsWith: 'more-' } } })
  })

  it('reads one metric with its chart, history and uses', async () => {
    const detail = await detailOf('metric-ed-crisis')
    expect(detail.chart.kind).toBe('control_chart')
    expect(detail.history).toHaveLength(detail.chart.points.length)
    expect(detail.history[0]?.current.period.label).toBe('September 2026')
    expect(detail.uses).toMatchObject([{ blockId: 'objective-1-1', label: 'Objective 1.1' }])
    expect(detail.assessment.target?.value).toBe(38)
    expect(detail.periods[0]?.label).toBe('October 2026')
  })

  it('shows a suppressed value as a gap, never as zero', async () => {
    const { chart } = await detailOf('metric-extractions')
    const gaps = chart.points.filter((point) => point.value === null)
    expect(gaps).toHaveLength(1)
    expect(chart.points.some((point) => point.value === 0)).toBe(false)
  })

  it('answers strangers, nobody and unknown ids alike', async () => {
    const stranger = { ...chair, partnershipId: 'elsewhere' }
    const unknown = await services.readMetric(chair, { strategyId, metricId: 'metric-nowhere' })
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
    expect(await services.readMetric(stranger, { strategyId, metricId })).toEqual(unknown)
    expect(await services.readMetric(chair, { strategyId: 'nowhere', metricId })).toEqual(unknown)
    expect(await services.readMetric(chair, { strategyId, metricId: 'nul\u0000' })).toEqual(unknown)
    expect(await listAll(stranger)).toEqual(unknown)
    expect(await listAll(null)).toMatchObject({ ok: false })
  })
})

describe('recording an observation', () => {
  it('adds a row, an audit entry and a notice', async () => {
    const before = await countRows()
    const outcome = await record({ period: '2026-10-01', value: '36.4%', note: 'Provisional' })
    expect(outcome).toMatchObject({
      ok: true,
      value: { value: 36.4, period: { label: 'October 2026' } },
    })
    expect(await countRows()).toEqual({
      observations: before.observations + 1,
      audited: before.audited + 1,
    })
    expect(told).toEqual([`${strategyId} metrics`])
    const { history } = await detailOf(metricId)
    expect(history[0]?.current).toMatchObject({
      value: 36.4,
      note: 'Provisional',
      recordedBy: { id: 'person-chair' },
    })
  })

  it('corrects by a new row that supersedes and keeps the old one', async () => {
    const { history } = await detailOf(metricId)
    const old = history.find((row) => row.current.period.start === '2026-07-01')!.current
    const second = { period: '2026-07-01', value: '31.5' }
    const refused = await record(second)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
    const corrected = await record({ ...second, corrects: old.id, reason: 'Late returns' })
    expect(corrected).toMatchObject({ ok: true, value: { supersedesId: old.id } })
    const after = (await detailOf(metricId)).history.find(
      (row) => row.current.period.start === '2026-07-01',
    )!
    expect(after.current).toMatchObject({ value: 31.5, reason: 'Late returns' })
    expect(after.replaced).toMatchObject([{ id: old.id, value: old.value }])
    const audited = await db.prisma.auditEntry.findFirst({ orderBy: { seq: 'desc' } })
    expect(audited).toMatchObject({
      action: 'observation.corrected',
      subject: metricId,
      actorId: 'person-chair',
    })
  })

  it('refuses what cannot be and changes nothing', async () => {
    const before = await countRows()
    const refusals = await Promise.all([
      record({ period: '2026-06-01', value: 'many' }),
      record({ period: '2026-06-01', value: '140' }),
      record({ period: '2026-06-15', value: '30' }),
      record({ period: '2027-06-01', value: '30' }),
      record({ period: '2026-06-01', value: '30', corrects: 'somebody-else', reason: 'x' }),
      record({ period: '2026-06-01', value: '30' }, viewer),
      record({ period: '2026-06-01', value: '30' }, buildMember('metric_lead', 'person-hospitals')),
      record({ period: '2026-06-01', value: '30' }, { ...chair, partnershipId: 'elsewhere' }),
    ])
    expect(refusals.map((outcome) => (outcome.ok ? 'done' : outcome.refusal.code))).toEqual([
      'invalid',
      'invalid',
      'invalid',
      'invalid',
      'conflict',
      'forbidden',
      'forbidden',
      'not_found',
    ])
    expect(await countRows()).toEqual(before)
    expect(told).toEqual([])
  })

  it('lets a metric’s own lead and deputy record', async () => {
    const lead = buildMember('metric_lead', 'person-lead')
    const outcome = await record({ period: '2026-10-01', value: '130' }, lead, 'metric-ed-crisis')
    expect(outcome.ok).toBe(true)
    const other = await record(
      { period: '2026-10-01', value: '130' },
      lead,
      'metric-home-care-waits',
    )
    expect(other).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  })

  it('keeps one value when two people give the same period at once', async () => {
    const typed = { period: '2026-10-01', value: '205' }
    const both = await Promise.all([
      record(typed, chair, 'metric-home-care-waits'),
      record(typed, chair, 'metric-home-care-waits'),
    ])
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
    const { history } = await detailOf('metric-home-care-waits')
    expect(history.filter((row) => row.current.period.start === '2026-10-01')).toHaveLength(1)
  })

  it('keeps a suppressed value without a number', async () => {
    const typed = { period: '2026-08-01', value: '', suppressed: true, corrects: '', reason: '' }
    const { history } = await detailOf('metric-delayed-discharge')
    const old = history.find((row) => row.current.period.start === '2026-08-01')!.current
    const outcome = await record(
      { ...typed, corrects: old.id, reason: 'Too few' },
      chair,
      'metric-delayed-discharge',
    )
    expect(outcome).toMatchObject({ ok: true, value: { value: null, suppressed: true } })
    const { chart } = await detailOf('metric-delayed-discharge')
    expect(chart.points.find((point) => point.start === '2026-08-01')?.value).toBeNull()
  })
})

describe('choosing a lead', () => {
  const assign = (leadId: string | null, deputyId: string | null = null, actor = chair) =>
    services.assignLead(actor, { strategyId, metricId: 'metric-loneliness', leadId, deputyId })

  it('names a member, tells the pages and writes it down', async () => {
    const before = await countRows()
    expect(await assign('person-viewer')).toEqual({
      ok: true,
      value: { leadId: 'person-viewer', deputyId: null },
    })
    expect((await detailOf('metric-loneliness')).metric.lead?.id).toBe('person-viewer')
    expect(told).toEqual([`${strategyId} metrics`])
    expect((await countRows()).audited).toBe(before.audited + 1)
    await assign('person-viewer')
    expect((await countRows()).audited).toBe(before.audited + 1)
    expect(await assign('person-viewer', 'person-lead')).toMatchObject({ ok: true })
    expect((await detailOf('metric-loneliness')).metric.deputy?.id).toBe('person-lead')
    expect((await countRows()).audited).toBe(before.audited + 2)
  })

  it('[AN1] [AN2] keeps one lead, and a deputy who is somebody else', async () => {
    await assign('person-viewer')
    const before = await countRows()
    expect(await assign(null)).toMatchObject({
      refusal: { fields: { leadId: expect.any(String) } },
    })
    expect(await assign('person-lead', 'person-lead')).toMatchObject({
      refusal: { fields: { deputyId: expect.any(String) } },
    })
    expect(await countRows()).toEqual(before)
    expect((await detailOf('metric-loneliness')).metric.lead?.id).toBe('person-viewer')
  })

  it('[AN3] [AN7] lists a metric whose lead has left as one without', async () => {
    await assign('person-viewer')
    const before = await listAll(chair)
    const membership = { personId: 'person-viewer', partnershipId: 'wessex-vale' }
    const { validTo } = await db.prisma.membership.findFirstOrThrow({ where: membership })
    const end = (on: Date | null) =>
      db.prisma.membership.updateMany({ where: membership, data: { validTo: on } })
    await end(new Date('2026-11-21'))
    const after = await listAll(chair, 'show=unowned')
    const again = await assign('person-lead', 'person-viewer')
    await end(validTo)
    if (!before.ok || !after.ok) throw new Error('The list was refused')
    expect(after.value.unowned).toBe(before.value.unowned + 1)
    expect(after.value.metrics.map(({ metric }) => metric.id)).toContain('metric-loneliness')
    expect(again).toMatchObject({ refusal: { fields: { deputyId: expect.any(String) } } })
  })

  it('[AN5] [AN6] [AN8] says who leads by rule while nobody does', async () => {
    expect((await detailOf('metric-loneliness')).unowned).toBeNull()
    // A system of three places: nobody by rule.
    expect((await detailOf('metric-care-vacancies')).unowned).toMatchObject({
      sentence: expect.stringContaining('has no lead'),
      byRule: { by: 'nobody', why: expect.stringContaining('Choose a lead') },
    })
    await db.prisma.metric.update({
      where: { id: 'metric-care-vacancies' },
      data: { areaId: 'place-thornley' },
    })
    expect((await detailOf('metric-care-vacancies')).unowned?.byRule).toMatchObject({
      by: 'place_chair',
      lead: { id: 'person-thornley-ph' },
    })
    expect((await detailOf('metric-care-vacancies', viewer)).unowned).toBeNull()
  })

  it('[AN4] is the partnership’s chair where it has one place', async () => {
    await db.prisma.area.updateMany({
      where: { level: 'place', id: { not: 'place-thornley' } },
      data: { validTo: new Date('2026-11-01') },
    })
    expect((await detailOf('metric-care-vacancies')).unowned?.byRule).toMatchObject({
      by: 'partnership_chair',
      lead: { id: 'person-chair' },
    })
    await db.prisma.area.updateMany({ where: { level: 'place' }, data: { validTo: null } })
  })

  it('refuses strangers as leads and readers as choosers', async () => {
    const before = await countRows()
    expect(await assign('person-nobody')).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    expect(await assign('person-lead', null, viewer)).toMatchObject({
      ok: false,
      refusal: { code: 'forbidden' },
    })
    expect(await countRows()).toEqual(before)
  })
})

describe('choosing how a chart is drawn', () => {
  const id = 'metric-delayed-discharge'
  const change = (typed: Readonly<Record<string, string>>, actor = chair) =>
    services.changeChart(actor, { strategyId, metricId: id, typed })
  const rebase = { intent: 'rebase', start: '2025-04-01', reason: 'A new transfer team' }

  it('begins the limits anew with a reason, tells the pages, and keeps it on record', async () => {
    const { metric: before } = await detailOf(id)
    expect(await change(rebase, viewer)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await change({ ...rebase, reason: '' })).toMatchObject({ refusal: { code: 'invalid' } })
    expect(await change(rebase)).toMatchObject({ ok: true })
    expect(told).toContain(`${strategyId} metrics`)
    const { metric, chart } = await detailOf(id)
    expect(metric.version).toBe(before.version + 1)
    expect(chart.rebases).toEqual([
      { start: '2025-04-01', label: 'April 2025', reason: 'A new transfer team' },
    ])
    expect(new Set(chart.points.map(({ control }) => control?.group)).size).toBeGreaterThan(1)
  })

  it('refuses the second of two who begin them anew at once', async () => {
    const typed = { ...rebase, start: '2025-08-01' }
    const both = await Promise.all([change(typed), change(typed)])
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
    await expect(db.pool.query('DELETE FROM chart_choice')).rejects.toThrow('only ever added')
    expect(await db.prisma.chartChoice.count()).toBe(2)
  })
})
