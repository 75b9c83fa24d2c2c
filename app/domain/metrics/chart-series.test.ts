import { describe, expect, it } from 'vitest'
import { buildMetric, buildObservation, buildObservations } from '../../../test/build/metrics'
import type { Actor, Role } from '../access/actor'
import { assessMetric } from './assess-metric'
import { buildChartSeries } from './chart-series'
import { mayRecord } from './may-record'
import { listStandOuts } from './stand-outs'

function actorWith(role: Role, personId = 'someone'): Actor {
  return {
    personId,
    name: 'Someone',
    email: 'someone@example.org',
    partnershipId: 'partnership-1',
    partnershipName: 'Here',
    organisationId: 'o',
    organisationName: 'Council',
    role,
    signatoryOf: [],
  }
}

describe('who may record', () => {
  const metric = buildMetric({
    lead: { id: 'anna', name: 'Anna' },
    deputy: { id: 'ben', name: 'Ben' },
  })

  it('[ME28] lets lead, deputy, chair and editors', () => {
    expect(mayRecord(actorWith('viewer', 'anna'), metric).ok).toBe(true)
    expect(mayRecord(actorWith('metric_lead', 'ben'), metric).ok).toBe(true)
    expect(mayRecord(actorWith('chair'), metric).ok).toBe(true)
    expect(mayRecord(actorWith('editor'), metric).ok).toBe(true)
  })

  it('[ME29] refuses everybody else', () => {
    const roles = ['metric_lead', 'reviewer', 'viewer', 'signatory', 'administrator'] as const
    const codes = roles.map((role) => {
      const outcome = mayRecord(actorWith(role), metric)
      return outcome.ok ? role : outcome.refusal.code
    })
    expect(new Set(codes)).toEqual(new Set(['forbidden']))
    expect(mayRecord(null, metric).ok).toBe(false)
    const stranger = { ...actorWith('chair', 'anna'), partnershipId: 'elsewhere' }
    expect(mayRecord(stranger, metric)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })
})

describe('the chart', () => {
  it('[ME30] has a point per current period, suppressed without a value', () => {
    const rows = [
      ...buildObservations([4, 6, 4, 6, 4, 6, 4, null, 4, 6, 4, 6, 30]),
      buildObservation({ id: 'x', start: '2024-04-01', value: 5, supersedesId: 'o0' }),
    ]
    const assessment = assessMetric(buildMetric(), rows, { value: 3, due: null })
    const chart = buildChartSeries(buildMetric(), rows, assessment)
    expect(chart).toMatchObject({ kind: 'control_chart', target: 3, unit: '%' })
    expect(chart.points.map((point) => point.value)).toEqual([
      5,
      6,
      4,
      6,
      4,
      6,
      4,
      null,
      4,
      6,
      4,
      6,
      30,
    ])
    expect(chart.points[7]).toMatchObject({ control: null, explanation: '' })
    expect(chart.points.at(-1)).toMatchObject({ type: 'special_cause_concern' })
    expect(chart.points.at(-1)?.explanation).toContain('Above the upper process limit')
  })

  it('[ME30] is a run chart where no control chart applies', () => {
    const metric = buildMetric({ frequency: 'annual' })
    const rows = buildObservations([4, 6], { frequency: 'annual', yearType: 'financial' })
    const chart = buildChartSeries(metric, rows, assessMetric(metric, rows, null))
    expect(chart.kind).toBe('run_chart')
    expect(chart.points.every((point) => point.control === null)).toBe(true)
  })

  it('[ME31] tells neighbouring points of one kind as one', () => {
    const metric = buildMetric()
    const rows = buildObservations([
      ...Array.from({ length: 12 }, () => [10, 20]).flat(),
      60,
      15,
      60,
      60,
    ])
    const found = listStandOuts(buildChartSeries(metric, rows, assessMetric(metric, rows, null)))
    expect(found).toMatchObject([
      {
        from: 'June 2026',
        to: 'July 2026',
        type: 'special_cause_concern',
        count: 2,
        reasons: [{ count: 2 }],
      },
      { from: 'April 2026', to: 'April 2026', type: 'special_cause_concern', count: 1 },
    ])
    const mixed = buildObservations([
      ...Array.from({ length: 12 }, () => [14, 16]).flat(),
      13,
      12,
      11,
      10,
      9,
      8,
      7,
      6,
      5,
      4,
    ])
    const [newest] = listStandOuts(
      buildChartSeries(metric, mixed, assessMetric(metric, mixed, null)),
    )
    expect(newest?.reasons.length).toBeGreaterThan(1)
    expect(newest?.reasons.reduce((sum, reason) => sum + reason.count, 0)).toBe(newest?.count)
    expect(listStandOuts({ points: [] })).toEqual([])
  })

  it('[ME32] judges no point on trial limits', () => {
    const rows = buildObservations([14, 16, 14, 16, 14, 16, 14, 16, 60])
    const chart = buildChartSeries(buildMetric(), rows, assessMetric(buildMetric(), rows, null))
    expect(chart).toMatchObject({ kind: 'control_chart', isTrial: true })
    expect(chart.points.at(-1)).toMatchObject({ type: 'common_cause', explanation: '' })
    expect(chart.points.at(-1)?.control?.limits).not.toBeNull()
  })
})
