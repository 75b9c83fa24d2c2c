import { describe, expect, it } from 'vitest'
import { buildMetric, buildObservation, buildObservations } from '../../../test/build/metrics'
import { assessMetric } from './assess-metric'
import { listMetricWork } from './describe-work'
import { findLatest, keepCurrent, listCorrections } from './observation'
import { type Calendar, countPeriods, listPeriods, periodStarting } from './period'
import { chooseTarget, meetsTarget, targetOf } from './target'

const first = buildObservation({ id: 'a', value: 1 })
const second = buildObservation({ id: 'b', value: 2, supersedesId: 'a', reason: 'Late returns' })
const third = buildObservation({ id: 'c', value: 3, supersedesId: 'b', reason: 'Double count' })

const link = (target: number | null, targetDate: string | null) => ({
  target,
  targetDate,
  baseline: null,
  baselineDate: null,
})

describe('observations', () => {
  it('[ME1] keeps what nothing supersedes, in order of periods', () => {
    const later = buildObservation({ id: 'z', start: '2026-05-01' })
    expect(keepCurrent([later, second, third, first]).map((row) => row.id)).toEqual(['c', 'z'])
  })

  it('[ME1] judges a metric by the corrected value', () => {
    const rows = [
      ...buildObservations([10, 12]),
      buildObservation({ id: 'x', start: '2024-05-01', value: 9, supersedesId: 'o1' }),
    ]
    const target = { value: 10, due: null }
    expect(assessMetric(buildMetric(), rows, target).sentence).toContain('Meets the target')
    expect(assessMetric(buildMetric(), rows.slice(0, 2), target).sentence).toContain(
      'Worse than target',
    )
  })

  it('[ME1] takes a withdrawn value away, and what it withdrew', () => {
    const rows = [
      ...buildObservations([10, 12]),
      buildObservation({ id: 'w', start: '2024-05-01', withdrawn: true, supersedesId: 'o1' }),
    ]
    expect(keepCurrent(rows).map(({ id }) => id)).toEqual(['o0'])
  })

  it('[ME2] lists what a correction replaced and survives a loop', () => {
    const rows = [first, second, third]
    expect(listCorrections(third, rows).map((row) => row.value)).toEqual([2, 1])
    const looped = buildObservation({ id: 'l', supersedesId: 'l' })
    expect(listCorrections(looped, [looped])).toHaveLength(1)
  })

  it('[ME3] takes the last period, not the last recorded', () => {
    const may = buildObservation({
      id: 'may',
      start: '2026-05-01',
      recordedAt: '2026-06-01T00:00:00Z',
    })
    const april = buildObservation({ id: 'april', recordedAt: '2026-09-01T00:00:00Z' })
    expect(findLatest([may, april])?.id).toBe('may')
    expect(findLatest([])).toBeNull()
  })
})

describe('periods', () => {
  const starts: [Calendar, string[], string[]][] = [
    [
      { frequency: 'monthly', yearType: 'financial' },
      ['2026-02-01'],
      ['2026-02-02', '2026-13-01', 'x'],
    ],
    [
      { frequency: 'quarterly', yearType: 'financial' },
      ['2026-04-01', '2027-01-01'],
      ['2026-05-01'],
    ],
    [{ frequency: 'annual', yearType: 'financial' }, ['2026-04-01'], ['2026-01-01', '2026-07-01']],
    [{ frequency: 'annual', yearType: 'academic' }, ['2026-09-01'], ['2026-04-01']],
    [{ frequency: 'rolling_3y', yearType: 'calendar' }, ['2024-01-01'], ['2024-04-01']],
  ]

  it.each(starts)('[ME4] knows which days start a period: %j', (calendar, good, bad) => {
    expect(good.every((start) => periodStarting(start, calendar) !== null)).toBe(true)
    expect(bad.every((start) => periodStarting(start, calendar) === null)).toBe(true)
  })

  it('[ME4] ends a period the day before the next', () => {
    const end = (start: string, calendar: Calendar) => periodStarting(start, calendar)?.end
    expect(end('2028-02-01', { frequency: 'monthly', yearType: 'calendar' })).toBe('2028-02-29')
    expect(end('2026-10-01', { frequency: 'quarterly', yearType: 'financial' })).toBe('2026-12-31')
    expect(end('2026-04-01', { frequency: 'annual', yearType: 'financial' })).toBe('2027-03-31')
    expect(end('2024-01-01', { frequency: 'rolling_3y', yearType: 'calendar' })).toBe('2026-12-31')
  })

  it.each([
    ['2026-04-01', 'monthly', 'financial', 'April 2026'],
    ['2026-04-01', 'quarterly', 'financial', '2026/27 Q1'],
    ['2027-01-01', 'quarterly', 'financial', '2026/27 Q4'],
    ['2026-01-01', 'quarterly', 'calendar', '2026 Q1'],
    ['2026-12-01', 'quarterly', 'academic', '2026/27 Q2'],
    ['2026-04-01', 'annual', 'financial', '2026/27'],
    ['2026-09-01', 'annual', 'academic', '2026/27'],
    ['2026-01-01', 'annual', 'calendar', '2026'],
    ['2024-01-01', 'rolling_3y', 'calendar', '2024–26'],
    ['2024-04-01', 'rolling_3y', 'financial', '2024/25–27'],
  ] as const)('[ME5] writes %s %s %s as %s', (...[start, frequency, yearType, label]) => {
    expect(periodStarting(start, { frequency, yearType })?.label).toBe(label)
  })

  it('[ME6] offers only periods that are over, newest first', () => {
    const quarterly = { frequency: 'quarterly', yearType: 'financial' } as const
    const labels = (today: string) =>
      listPeriods(quarterly, { from: '2026-02-10', today }).map((p) => p.label)
    expect(labels('2026-09-30')).toEqual(['2026/27 Q1', '2025/26 Q4'])
    expect(labels('2026-10-01')).toEqual(['2026/27 Q2', '2026/27 Q1', '2025/26 Q4'])
  })

  it('[ME10] counts a missing month', () => {
    expect(countPeriods('2026-01-01', '2027-02-01', 'monthly')).toBe(14)
    expect(countPeriods('2026-01-01', '2026-10-01', 'quarterly')).toBe(4)
    const rows = buildObservations([4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 5]).filter(
      (row) => row.id !== 'o3',
    )
    expect(assessMetric(buildMetric(), rows, null).sentence).toContain('in 13 months')
  })
})

describe('targets', () => {
  it('[ME8] meets a target reached exactly', () => {
    expect([meetsTarget(10, 10, 'low_good'), meetsTarget(10, 10, 'high_good')]).toEqual([
      true,
      true,
    ])
    expect([meetsTarget(11, 10, 'low_good'), meetsTarget(11, 10, 'high_good')]).toEqual([
      false,
      true,
    ])
    expect(meetsTarget(10, 10, 'neutral')).toBeNull()
  })

  it('[ME9] chooses the target due next', () => {
    const today = '2026-11-22'
    const choose = (links: Parameters<typeof chooseTarget>[0]['links']) =>
      chooseTarget({ links, own: null }, today)
    const all = [
      link(1, '2025-01-01'),
      link(2, null),
      link(3, '2029-01-01'),
      link(4, '2027-01-01'),
      link(5, '2026-01-01'),
    ]
    expect(choose(all)?.value).toBe(4)
    expect(choose([all[0]!, all[1]!, all[4]!])?.value).toBe(2)
    expect(choose([all[0]!, all[4]!])?.value).toBe(5)
    expect(choose([link(null, '2027-01-01')])).toBeNull()
  })

  it('[ME53] is the metric’s own before any objective’s', () => {
    const own = { value: 7, due: '2031-03-31' }
    expect(chooseTarget({ links: [link(4, '2027-01-01')], own }, '2026-11-22')).toEqual(own)
    expect(chooseTarget({ links: [], own }, '2026-11-22')).toEqual(own)
  })

  it('[ME54] has a course when baseline and target have their days, in this order', () => {
    const from = { baseline: 10, baselineDate: '2025-03-31' }
    expect(targetOf({ ...link(4, '2027-03-31'), ...from })?.course).toEqual([
      { value: 10, on: '2025-03-31' },
      { value: 4, on: '2027-03-31' },
    ])
    for (const without of [{ baseline: null }, { baselineDate: null }, { targetDate: null }])
      expect(targetOf({ ...link(4, '2027-03-31'), ...from, ...without })).not.toHaveProperty(
        'course',
      )
    expect(targetOf({ ...link(4, '2025-03-31'), ...from })).not.toHaveProperty('course')
    expect(targetOf({ ...link(null, '2027-03-31'), ...from })).toBeNull()
  })
})

describe('the sentence', () => {
  const calm = [14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16, 14, 16]
  const say = (
    values: readonly (number | null)[],
    parts: Parameters<typeof buildMetric>[0] = {},
    target: number | null = null,
  ) =>
    assessMetric(
      buildMetric(parts),
      buildObservations(values, { frequency: 'monthly', yearType: 'financial', ...parts }),
      target === null ? null : { value: target, due: null },
    ).sentence

  it('[ME7] draws no point for a suppressed value', () => {
    const assessment = assessMetric(buildMetric(), buildObservations([...calm, null, 15]), null)
    expect(assessment.points).toHaveLength(15)
    expect(assessment.points.every((point) => point.value > 0)).toBe(true)
  })

  it('[ME11] says that there is nothing, or that it is suppressed', () => {
    expect(say([])).toBe('No observations yet.')
    expect(say([...calm, null], {}, 10)).toMatch(/^The latest value is suppressed \(c\)/)
  })

  it('[ME12] stands first to the target', () => {
    expect(say(calm, {}, 12)).toBe('Worse than target; no significant change in 14 months.')
    expect(say(calm, { polarity: 'high_good' }, 12)).toMatch(/^Meets the target;/)
    expect(say(calm, { polarity: 'neutral' }, 12)).toMatch(/^Above the target;/)
    expect(say(calm, { polarity: 'neutral' }, 20)).toMatch(/^Below the target;/)
    expect(say(calm)).toMatch(/^No target yet;/)
  })

  it('[ME13] names the variation and how long it has lasted', () => {
    expect(say([...calm, 40])).toContain('the latest month is significantly worse')
    expect(say([...calm, -10], { polarity: 'neutral' })).toContain(
      'the latest month is significantly lower',
    )
    const shifted = say([
      ...Array.from({ length: 12 }, () => [14, 18]).flat(),
      17,
      17.2,
      17,
      17.1,
      17,
      17.2,
      17,
      17.1,
    ])
    expect(shifted).toContain('worse than average for 9 months')
    expect(say([...calm, 13, 14, 15, 16, 17, 17.5, 18], { polarity: 'high_good' })).toContain(
      'getting better: rising for 7 months in a row',
    )
    expect(say([...calm, 10, 13, 10])).toContain(
      'two of the last three months are close to significantly better',
    )
  })

  const annual = { frequency: 'annual', yearType: 'financial' } as const
  const withIntervals = (values: readonly number[], half: number, calendar: Calendar = annual) =>
    buildObservations(values, calendar).map((row) => ({
      ...row,
      lower95: (row.value ?? 0) - half,
      upper95: (row.value ?? 0) + half,
    }))

  it('[ME14] compares intervals where no control chart applies', () => {
    const metric = buildMetric(annual)
    expect(assessMetric(metric, withIntervals([10, 11], 1), null).sentence).toBe(
      'No target yet; no significant change since 2024/25 (the intervals overlap).',
    )
    expect(assessMetric(metric, withIntervals([10, 13], 1), null).sentence).toContain(
      'significantly worse than in 2024/25',
    )
    expect(assessMetric(metric, withIntervals([10, 11], 1), null).variation).toBeNull()
  })

  it('[ME15] claims no change without intervals', () => {
    expect(say([10, 12], annual)).toContain(
      'up from 10.0% in 2024/25, too few values to call it a change',
    )
    expect(say([10, 10], annual)).toContain('unchanged from 10.0% in 2024/25')
    expect(say([10], annual)).toContain('first value')
  })

  it('[ME15] compares pooled years that do not overlap', () => {
    const pooled = { frequency: 'rolling_3y', yearType: 'calendar' } as const
    const rows = [10, 11, 12, 20].map((value, index) => {
      const start = `${2015 + index}-01-01`
      return buildObservation({ id: start, start, period: periodStarting(start, pooled)!, value })
    })
    const { sentence, points } = assessMetric(buildMetric(pooled), rows, null)
    expect(sentence).toContain('up from 10.0% in 2015–17')
    expect(points).toEqual([])
  })

  it('[ME16] holds icons and verdicts back on trial limits', () => {
    const target = { value: 50, due: null }
    const trial = assessMetric(buildMetric(), buildObservations([...calm.slice(0, 8), 40]), target)
    expect(trial.points).toHaveLength(9)
    expect([trial.variation, trial.assurance]).toEqual([null, null])
    expect(trial.sentence).toContain('limits are on trial')
    const settled = assessMetric(buildMetric(), buildObservations(calm), target)
    expect([settled.variation?.letter, settled.assurance?.letter]).toEqual(['~', 'P'])
  })

  it('[ME27] names what is missing', () => {
    expect(listMetricWork({ lead: null, hasObservations: false, hasTarget: false })).toEqual([
      'no lead',
      'no observations',
      'no target',
    ])
    expect(
      listMetricWork({ lead: { id: 'p', name: 'P' }, hasObservations: true, hasTarget: true }),
    ).toEqual([])
  })
})
