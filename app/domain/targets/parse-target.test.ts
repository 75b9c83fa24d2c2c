import { describe, expect, it } from 'vitest'
import { buildMetric } from '../../../test/build/metrics'
import { describeTarget } from './describe-target'
import { type TargetChoices, parseTarget } from './parse-target'

const metric = buildMetric()
const choices: TargetChoices = {
  areas: [{ id: 'england', name: 'England' }],
  groups: [
    { id: 'deprivation 1/5', name: 'Most deprived fifth' },
    { id: 'deprivation 5/5', name: 'Least deprived fifth' },
  ],
  levels: [{ id: 'place', name: 'Places' }],
}
const due = { 'due-day': '31', 'due-month': '3', 'due-year': '2028' }

const read = (typed: Readonly<Record<string, string>>) => parseTarget(typed, metric, choices)
const fieldsOf = (typed: Readonly<Record<string, string>>) => {
  const outcome = read(typed)
  return outcome.ok ? {} : (outcome.refusal.fields ?? {})
}
const said = (typed: Readonly<Record<string, string>>) => {
  const outcome = read(typed)
  return outcome.ok ? describeTarget(outcome.value.target, metric) : outcome.refusal
}

describe('a target as typed', () => {
  it('[TG32] needs a kind, and names everything that is wrong at once', () => {
    expect(fieldsOf({})).toHaveProperty('kind')
    expect(fieldsOf({ kind: 'absolute_by_date', value: 'few', baseline: '30' })).toEqual({
      value: expect.stringContaining('not a number'),
      due: 'Give the day the target is to be reached.',
      baselinePeriod: 'Choose the period the baseline is of.',
    })
    expect(read({ kind: 'direction_only', value: 'few' })).toMatchObject({ ok: true })
  })

  it('[TG33] reads a value in the unit, a gap and per cent', () => {
    expect(read({ kind: 'absolute_by_date', value: '25%', ...due })).toMatchObject({
      ok: true,
      value: { target: { kind: 'absolute_by_date', value: 25, due: '2028-03-31', baseline: null } },
    })
    expect(fieldsOf({ kind: 'absolute_by_date', value: '25 people', ...due })).toHaveProperty(
      'value',
    )
    expect(fieldsOf({ kind: 'absolute_by_date', value: '125', ...due })).toHaveProperty('value')
    const gap = { kind: 'gap_to_comparator', comparator: 'england', ...due }
    expect(read({ ...gap, gap: '-2' })).toMatchObject({
      ok: true,
      value: { comparatorId: 'england', target: { gap: -2, comparator: 'England' } },
    })
    expect(
      read({ kind: 'benchmark_percentile', top: '25%', benchmarkLevel: 'place', ...due }),
    ).toMatchObject({ ok: true, value: { target: { top: 0.25 }, benchmarkLevel: 'place' } })
    expect(
      fieldsOf({ kind: 'benchmark_percentile', top: '100', benchmarkLevel: 'place', ...due }),
    ).toHaveProperty('top')
  })

  it('[TG34] refuses half a baseline and half a step, and a change without a baseline', () => {
    const typed = { kind: 'absolute_by_date', value: '25', ...due }
    expect(fieldsOf({ ...typed, baselinePeriod: '2026-04-01' })).toHaveProperty('baseline')
    expect(fieldsOf({ ...typed, stepValue2: '28' })).toEqual({
      stepOn2: 'A step needs a value and a day.',
    })
    expect(fieldsOf({ kind: 'relative_change_by_date', change: '-20', ...due })).toHaveProperty(
      'change',
    )
    const step = { 'stepOn1-day': '1', 'stepOn1-month': '4', 'stepOn1-year': '2027' }
    const whole = { ...typed, baseline: '31.2', baselinePeriod: '2026-04-01', stepValue1: '28' }
    expect(read({ ...whole, ...step })).toMatchObject({
      ok: true,
      value: {
        target: {
          baseline: { value: 31.2, on: '2026-04-30' },
          steps: [{ value: 28, on: '2027-04-01' }],
        },
      },
    })
  })

  it('[TG35] offers only areas, groups and levels with values; two groups differ', () => {
    expect(fieldsOf({ kind: 'gap_to_comparator', gap: '0', comparator: 'mars', ...due })).toEqual({
      comparator: 'Choose an area this metric has values of.',
    })
    const groups = { kind: 'gap_between_groups', gap: '3', ...due, firstGroup: 'deprivation 1/5' }
    expect(fieldsOf({ ...groups, secondGroup: 'deprivation 1/5' })).toEqual({
      secondGroup: 'Choose another group than the first.',
    })
    expect(read({ ...groups, secondGroup: 'deprivation 5/5' })).toMatchObject({
      ok: true,
      value: { groupKeys: ['deprivation 1/5', 'deprivation 5/5'] },
    })
    expect(fieldsOf({ kind: 'benchmark_percentile', top: '25', ...due })).toHaveProperty(
      'benchmarkLevel',
    )
  })

  it('[TG36] is told in a sentence', () => {
    expect(said({ kind: 'absolute_by_date', value: '25', ...due })).toBe(
      '25.0% or less by 31 March 2028.',
    )
    const baseline = { baseline: '30', baselinePeriod: '2026-04-01' }
    expect(said({ kind: 'relative_change_by_date', change: '-20', ...baseline, ...due })).toBe(
      '20% down from 30.0% by 31 March 2028.',
    )
    const gap = { kind: 'gap_to_comparator', comparator: 'england', ...due }
    expect(said({ ...gap, gap: '0' })).toBe('No worse than England by 31 March 2028.')
    expect(said({ ...gap, gap: '1.5' })).toBe('No more than 1.5% behind England by 31 March 2028.')
    expect(said({ ...gap, gap: '-1' })).toBe('At least 1.0% ahead of England by 31 March 2028.')
    expect(said({ kind: 'direction_only' })).toBe(
      'To go down, without a number. It cannot be measured whether that is reached.',
    )
    const wide = { kind: 'gap_between_groups', gap: '3', ...due }
    expect(said({ ...wide, firstGroup: 'deprivation 1/5', secondGroup: 'deprivation 5/5' })).toBe(
      'A gap of 3.0% or less between Most deprived fifth and Least deprived fifth by 31 March 2028.',
    )
    expect(said({ kind: 'benchmark_percentile', top: '25', benchmarkLevel: 'place', ...due })).toBe(
      'Among the best 25% of areas by 31 March 2028.',
    )
  })
})
