import { describe, expect, it } from 'vitest'
import { buildMetric, buildObservations } from '../../../test/build/metrics'
import { assessMetric } from './assess-metric'
import { buildChartSeries } from './chart-series'
import {
  type ChartChoice,
  DEFAULT_CHART_CHOICE,
  changeMethod,
  changeRebases,
  describeMethod,
} from './chart-choice'

/** From April 2024: twelve about 10, then about 20. */
const values = (after: number) => [
  ...Array.from({ length: 12 }, (_, at) => 10 + (at % 2)),
  ...Array.from({ length: after }, (_, at) => 20 + (at % 2)),
]
const rows = buildObservations(values(12))

const rebase = (typed: Readonly<Record<string, string>>, choice = DEFAULT_CHART_CHOICE) =>
  changeRebases(choice, { intent: 'rebase', ...typed }, rows)
const chosen = (parts: Partial<ChartChoice>) =>
  buildMetric({ chart: { ...DEFAULT_CHART_CHOICE, ...parts } })
const AT_APRIL = [{ start: '2025-04-01', label: 'April 2025', reason: 'A new ward' }]

describe('choosing how a chart is drawn', () => {
  it('[ME33] begins limits anew at a later period with a value, once, with a reason', () => {
    expect(rebase({ start: '2025-04-01', reason: ' A new ward ' })).toEqual({
      ok: true,
      value: { ...DEFAULT_CHART_CHOICE, rebases: AT_APRIL },
    })
    expect(rebase({ start: '2025-04-01' })).toMatchObject({
      refusal: { fields: { reason: expect.stringContaining('Say what changed') } },
    })
    const wrong = ['2024-04-01', '2030-04-01', '']
    for (const start of wrong)
      expect(rebase({ start, reason: 'x' })).toMatchObject({
        refusal: { fields: { start: expect.any(String) } },
      })
    expect(
      rebase({ start: '2025-04-01', reason: 'x' }, { ...DEFAULT_CHART_CHOICE, rebases: AT_APRIL }),
    ).toMatchObject({
      refusal: { fields: { start: 'The limits begin anew there already.' } },
    })
    const suppressed = buildObservations([1, null, 3])
    expect(
      changeRebases(DEFAULT_CHART_CHOICE, { start: '2024-05-01', reason: 'x' }, suppressed).ok,
    ).toBe(false)
  })

  it('[ME34] [ME35] takes it back, once', () => {
    const before = { ...DEFAULT_CHART_CHOICE, rebases: AT_APRIL }
    const typed = { intent: 'keep_limits', start: '2025-04-01' }
    expect(changeRebases(before, typed, rows)).toEqual({ ok: true, value: DEFAULT_CHART_CHOICE })
    expect(changeRebases(DEFAULT_CHART_CHOICE, typed, rows)).toMatchObject({
      refusal: { code: 'conflict' },
    })
  })

  it('[ME33] gives each stretch limits of its own, so that a shift that is understood is none', () => {
    const before = assessMetric(chosen({}), rows, null)
    const after = assessMetric(chosen({ rebases: AT_APRIL }), rows, null)
    expect(before.variation).not.toEqual(after.variation)
    expect(after.points.map(({ group }) => group)).toEqual(
      values(12).map((value) => (value < 15 ? 0 : 1)),
    )
    expect(after.points.at(-1)?.type).toBe('common_cause')
    expect(buildChartSeries(chosen({ rebases: AT_APRIL }), rows, after).rebases).toEqual(AT_APRIL)
  })

  it('[ME36] changes what the limits are made of', () => {
    const typed = { fixAfter: '12', runLength: '6' }
    expect(changeMethod(DEFAULT_CHART_CHOICE, typed)).toEqual({
      ok: true,
      value: { rebases: [], fixAfter: 12, runLength: 6, screenOutliers: false },
    })
    expect(changeMethod(DEFAULT_CHART_CHOICE, { ...typed, fixAfter: '3' }).ok).toBe(false)
    expect(changeMethod(DEFAULT_CHART_CHOICE, { ...typed, runLength: '2' }).ok).toBe(false)
    const fixed = assessMetric(chosen({ fixAfter: 12 }), rows, null)
    expect(fixed.points[0]?.mean).toBe(10.5)
    expect(assessMetric(chosen({}), rows, null).points[0]?.mean).toBe(15.5)
    // Six rising in a row are a trend only where six are enough.
    const rising = buildObservations([5, 6, 5, 6, 5, 6, 5, 6, 1, 2, 3, 4, 5, 6])
    const types = (runLength: number) =>
      new Set(assessMetric(chosen({ runLength }), rising, null).points.map(({ cause }) => cause))
    expect(types(7).has('rising_trend')).toBe(false)
    expect(types(6).has('rising_trend')).toBe(true)
  })

  it('[ME37] says how the limits were made', () => {
    expect(describeMethod(DEFAULT_CHART_CHOICE)).toBe(
      'Limits by NHS England’s Making Data Count rules, with outliers among the moving ranges screened and runs of seven.',
    )
    expect(describeMethod({ rebases: [], fixAfter: 12, screenOutliers: false, runLength: 6 })).toBe(
      'Limits by NHS England’s Making Data Count rules, with no outliers screened, as in NHS England’s Excel tool and runs of six, made by the first 12 points of each stretch.',
    )
  })

  it('[ME38] judges nothing by limits that have just begun, and keeps what was before', () => {
    const few = assessMetric(chosen({ rebases: AT_APRIL }), buildObservations(values(3)), null)
    expect(few.applicability).toEqual({
      kind: 'trial_limits',
      sentence:
        'Trial limits: they began anew 3 points ago and move with each new one until there are 12.',
    })
    expect(few.variation).toBeNull()
    expect(few.points).toHaveLength(15)
    const enough = assessMetric(chosen({ rebases: AT_APRIL }), rows, null)
    expect(enough.applicability.kind).toBe('control_chart')
    expect(
      assessMetric(chosen({}), buildObservations(values(3)).slice(0, 5), null).applicability.kind,
    ).toBe('too_few_points')
  })
})
