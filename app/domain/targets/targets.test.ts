import { describe, expect, it } from 'vitest'
import { buildObservation, buildObservations } from '../../../test/build/metrics'
import { type Evidence, resolveAim } from './aim'
import { checkTarget } from './check-target'
import { judgePeriods, judgeTarget } from './judge-target'
import { type MeasurableTarget, TARGET_KINDS, TARGET_KIND_LABELS, type Target } from './target'
import { toMetricTarget } from './own-target'
import { valueNeeded } from './trajectory'

// Months from April 2024; the baseline is the first month's.
const baseline = { value: 20, on: '2024-04-30' }
const common = { due: '2025-03-31', baseline, steps: [] }

function buildTarget(parts: Partial<MeasurableTarget> = {}): Target {
  return { kind: 'absolute_by_date', value: 14, ...common, ...parts } as Target
}

function buildEvidence(
  values: readonly (number | null)[],
  parts: Partial<Evidence> = {},
): Evidence {
  return { polarity: 'low_good', own: buildObservations(values), ...parts }
}

function aimOf(target: Target, evidence: Evidence) {
  const outcome = resolveAim(target, evidence)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

function problemOf(target: Target, parts: Partial<Parameters<typeof checkTarget>[1]> = {}): string {
  const outcome = checkTarget(target, { unit: '%', polarity: 'low_good', ...parts })
  return outcome.ok ? '' : outcome.refusal.message
}

const share = { kind: 'relative_change_by_date', change: -20 } as const
const best = { kind: 'benchmark_percentile', top: 0.25 } as const

describe('setting a target', () => {
  it('[TG1] knows six kinds, each with words', () => {
    expect(TARGET_KINDS).toHaveLength(6)
    expect(TARGET_KINDS.filter((kind) => !TARGET_KIND_LABELS[kind])).toEqual([])
    expect(problemOf(buildTarget())).toBe('')
  })

  it('[TG2] allows only a direction, and cannot measure it', () => {
    expect(problemOf({ kind: 'direction_only' }, { polarity: 'neutral' })).toBe('')
    const judged = judgeTarget({ kind: 'direction_only' }, buildEvidence([20]), '2024-06-01')
    expect(judged.state).toBe('not_measurable')
  })

  it('[TG3] refuses a target where neither side is better', () => {
    expect(problemOf(buildTarget(), { polarity: 'neutral' })).toContain('can have no target')
    const judged = judgeTarget(buildTarget(), buildEvidence([20], { polarity: 'neutral' }), 'x')
    expect(judged).toMatchObject({ state: 'not_measurable' })
  })

  it('[TG4] wants baseline, steps and due date in that order', () => {
    const step = (on: string) => [{ value: 17, on }]
    expect(problemOf(buildTarget({ due: 'soon' }))).toContain('Give the day')
    expect(problemOf(buildTarget({ due: '2024-04-30' }))).toContain('after the period')
    expect(problemOf(buildTarget({ steps: step('2024-09-30') }))).toBe('')
    expect(problemOf(buildTarget({ steps: step('2025-03-31') }))).toContain('Steps must be')
    expect(problemOf(buildTarget({ steps: step('2024-04-30') }))).toContain('Steps must be')
    const backwards = [...step('2024-09-30'), ...step('2024-08-31')]
    expect(problemOf(buildTarget({ steps: backwards }))).toContain('Steps must be')
    const bare = buildTarget({ baseline: null, steps: step('2024-09-30') })
    expect(problemOf(bare)).toContain('need a baseline')
  })

  it('[TG5] takes a percentage only of a baseline above zero', () => {
    expect(problemOf(buildTarget(share))).toBe('')
    expect(problemOf(buildTarget({ ...share, baseline: null }))).toContain('needs a baseline')
    const zero = { value: 0, on: baseline.on }
    expect(problemOf(buildTarget({ ...share, baseline: zero }))).toContain('not above zero')
    expect(problemOf(buildTarget({ ...share, change: 0 }))).toContain('other than 0')
    expect(problemOf(buildTarget({ ...share, change: -100 }))).toBe('')
    expect(problemOf(buildTarget({ ...share, change: -101 }))).toContain('more than 100')
  })

  it('[TG6] keeps per cent and parts of the areas to what they can be', () => {
    expect(problemOf(buildTarget({ kind: 'absolute_by_date', value: 101 }))).toContain('0 and 100')
    const ends = [0, 100].map((value) =>
      problemOf(buildTarget({ kind: 'absolute_by_date', value })),
    )
    expect(ends).toEqual(['', ''])
    expect(problemOf(buildTarget({ kind: 'absolute_by_date', value: -1 }))).toContain('0 and 100')
    const rate = { unit: 'per 100,000' }
    expect(problemOf(buildTarget({ kind: 'absolute_by_date', value: 101 }), rate)).toBe('')
    expect(problemOf(buildTarget(best))).toBe('')
    expect(problemOf(buildTarget({ ...best, top: 0 }))).toContain('between 0 and 1')
    expect(problemOf(buildTarget({ ...best, top: 1 }))).toContain('between 0 and 1')
  })
})

describe('what is measured', () => {
  it('[TG7] wants the baseline and a percentage of it', () => {
    expect(aimOf(buildTarget(share), buildEvidence([20])).wanted).toBe(16)
    const bare = resolveAim(buildTarget({ ...share, baseline: null }), buildEvidence([20]))
    expect(bare.ok).toBe(false)
  })

  const toEngland = { kind: 'gap_to_comparator', gap: 1, comparator: 'England' } as const

  it('[TG8] counts a gap above zero on the worse side, over this area’s periods', () => {
    const comparator = buildObservations([15, 15, 15, 15])
    const low = aimOf(buildTarget(toEngland), buildEvidence([20, 18, 14], { comparator }))
    expect(low.points.map(({ value }) => value)).toEqual([5, 3, -1])
    expect([low.better, low.wanted, low.absent]).toEqual(['lower', 1, null])
    const evidence = buildEvidence([20, 18, 14], { comparator, polarity: 'high_good' })
    const high = aimOf(buildTarget(toEngland), evidence)
    expect(high.points.map(({ value }) => value)).toEqual([-5, -3, 1])
    expect(high.better).toBe('lower')
  })

  it('[TG8] cannot measure a gap to an area without observations', () => {
    const judged = judgeTarget(buildTarget(toEngland), buildEvidence([20]), '2024-06-01')
    expect(judged).toMatchObject({ state: 'not_measurable', latest: null })
    expect(judged.why).toContain('England')
  })

  const between = { kind: 'gap_between_groups', gap: 2, first: 'Most', second: 'Least' } as const

  it('[TG9] counts the first group’s gap against the second’s', () => {
    const groups = [buildObservations([70, 71]), buildObservations([80, 80])] as const
    const evidence = buildEvidence([], { polarity: 'high_good', groups })
    const aim = aimOf(buildTarget(between), evidence)
    expect(aim.points.map(({ label, value }) => [label, value])).toEqual([
      ['April 2024', 10],
      ['May 2024', 9],
    ])
    expect(resolveAim(buildTarget(between), buildEvidence([20])).ok).toBe(false)
  })

  it('[TG9] [TG11] has no value when the last period lacks one of the groups', () => {
    const judge = (last: number | null, own: number[]) => {
      const groups = [buildObservations([70, last]), buildObservations(own)] as const
      const evidence = buildEvidence([], { polarity: 'high_good', groups })
      return judgeTarget(buildTarget(between), evidence, '2024-07-01')
    }
    expect(judge(null, [80, 80]).why).toContain('suppressed (c)')
    expect(judge(71, [80]).why).toContain('no value of the latest period')
    // A gap of 9 against a baseline gap of 20.
    expect(judge(71, [80, 80]).state).toBe('on_course')
  })

  it('[TG10] wants what the best part of the areas have now', () => {
    const benchmark = [10, 20, 30, 40]
    const wanted = (polarity: 'high_good' | 'low_good') =>
      aimOf(buildTarget(best), buildEvidence([20], { benchmark, polarity })).wanted
    expect([wanted('low_good'), wanted('high_good')]).toEqual([17.5, 32.5])
    const three = resolveAim(buildTarget(best), buildEvidence([20], { benchmark: [1, 2, 3] }))
    expect(three.ok ? '' : three.refusal.message).toContain('there are 3')
    expect(resolveAim(buildTarget(best), buildEvidence([20])).ok).toBe(false)
  })

  it('[TG11] does not let an older value stand in for a suppressed one', () => {
    const judged = judgeTarget(buildTarget(), buildEvidence([20, 10, null]), '2024-08-01')
    expect(judged).toEqual({
      state: 'no_value',
      needed: null,
      latest: null,
      why: 'The latest value is suppressed (c).',
    })
    expect(judgeTarget(buildTarget(), buildEvidence([]), '2024-08-01').why).toContain('no value')
  })

  it('[TG11] leaves a superseded value out', () => {
    const old = buildObservation({ id: 'old', value: 10 })
    const corrected = buildObservation({ id: 'new', value: 18, supersedesId: 'old' })
    const aim = aimOf(buildTarget(), { polarity: 'low_good', own: [old, corrected] })
    expect(aim.points.map(({ value }) => value)).toEqual([18])
  })
})

describe('course', () => {
  const course = { baseline, steps: [], wanted: 14, due: '2024-05-30' }

  it('[TG13] is straight by days', () => {
    // 30 days, 6 down: a fifth of a point a day.
    expect(valueNeeded(course, '2024-05-10')).toBeCloseTo(18, 9)
    const steps = [{ value: 19, on: '2024-05-20' }]
    expect(valueNeeded({ ...course, steps }, '2024-05-10')).toBeCloseTo(19.5, 9)
    expect(valueNeeded({ ...course, steps }, '2024-05-20')).toBe(19)
    expect(valueNeeded({ ...course, steps }, '2024-05-25')).toBeCloseTo(16.5, 9)
  })

  it('[TG14] is the baseline before its day and the target after the due date', () => {
    const days = ['2024-01-01', '2024-04-30', '2024-05-30', '2030-01-01']
    expect(days.map((on) => valueNeeded(course, on))).toEqual([20, 20, 14, 14])
  })

  it('[TG15] is none without a baseline', () => {
    expect(valueNeeded({ ...course, baseline: null }, '2024-05-10')).toBeNull()
  })
})

describe('state', () => {
  const judge = (
    values: readonly (number | null)[],
    { today = '2024-08-15', ...parts }: Partial<MeasurableTarget> & { today?: string } = {},
  ) => judgeTarget(buildTarget(parts), buildEvidence(values), today).state

  it('[TG12] [TG21] is met when reached exactly, early or late', () => {
    expect([judge([20, 14]), judge([20, 14.1]), judge([20, 9])]).toEqual([
      'met',
      'on_course',
      'met',
    ])
    expect(judge([20, 14], { due: '2024-05-15', today: '2026-01-01' })).toBe('met')
    expect(judge([20, 14], { baseline: null })).toBe('met')
  })

  it('[TG22] is missed by a value of the due date, awaited until there is one', () => {
    const due = '2024-06-30'
    expect(judge([20, 18, 15], { due })).toBe('missed')
    expect(judge([20, 18], { due, today: '2024-07-01' })).toBe('awaited')
    expect(judge([20, 18], { due, today: '2024-06-30' })).not.toBe('awaited')
  })

  it('[TG23] compares with the course at the end of the latest period', () => {
    // 20 to 14 over 335 days: 20 − 6 × 92 ÷ 335 = 18.352 by 31 July.
    const judged = judgeTarget(buildTarget(), buildEvidence([20, 19, 19, 18.3]), '2024-08-15')
    expect(judged.state).toBe('on_course')
    expect(judged.needed).toBeCloseTo(18.352, 3)
    expect(judge([20, 19, 19, 18.4])).toBe('off_course')
    expect([judge([20, 19, 19, 20]), judge([20, 19, 19, 21])]).toEqual(['no_nearer', 'no_nearer'])
  })

  it('[TG23] follows a planned plateau', () => {
    const steps = [{ value: 20, on: '2024-12-31' }]
    expect(judge([20, 20, 20, 20], { steps })).toBe('on_course')
  })

  it('[TG24] says only that it is not met without a baseline', () => {
    expect(judge([20, 18], { baseline: null })).toBe('not_met')
  })

  it('[TG25] says why there is no state', () => {
    const judged = judgeTarget(buildTarget(share), buildEvidence([]), '2024-08-15')
    expect(judged.why).toBe('There is no value of the latest period.')
    const wish = judgeTarget({ kind: 'direction_only' }, buildEvidence([20]), '2024-08-15')
    expect(wish.why).toBe('A direction without a number cannot be measured.')
  })

  it('[TG26] judges each period after the baseline’s by the course then', () => {
    const on = (target: Target) =>
      judgePeriods(aimOf(target, buildEvidence([20, 19, null, 18.3, 13]))).map(
        ({ label, isOn }) => [label, isOn],
      )
    // Needed by 31 May: 20 − 6 × 31 ÷ 335 = 19.445.
    expect(on(buildTarget())).toEqual([
      ['May 2024', true],
      ['July 2024', true],
      ['August 2024', true],
    ])
    expect(on(buildTarget({ baseline: null })).map(([, isOn]) => isOn)).toEqual([
      false,
      false,
      false,
      true,
    ])
  })
})

describe('a target as a value of its metric', () => {
  it('[TG37] is there for a value and for a percentage of a baseline', () => {
    const end = '2025-03-31'
    expect(toMetricTarget(buildTarget())).toEqual({
      value: 14,
      due: end,
      course: [baseline, { value: 14, on: end }],
    })
    expect(toMetricTarget(buildTarget({ ...share }))?.value).toBe(16)
    expect(toMetricTarget(buildTarget({ ...share, baseline: null }))).toBeNull()
    expect(toMetricTarget(buildTarget({ baseline: null }))).toEqual({
      value: 14,
      due: end,
      course: [],
    })
    expect(toMetricTarget(buildTarget({ ...best }))).toBeNull()
    expect(toMetricTarget({ kind: 'direction_only' })).toBeNull()
  })
})
