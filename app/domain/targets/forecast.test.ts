import { array, assert, constantFrom, integer, property, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildObservations } from '../../../test/build/metrics'
import { type Aim, resolveAim } from './aim'
import { type Forecast, forecastAim } from './forecast'
import { TARGET_STATES } from './judge-target'
import {
  type ObjectiveStanding,
  VERDICT_WORDS,
  type Verdict,
  rollUpGoal,
  sayStanding,
  sumUpPriorities,
  rollUpObjective,
  rollUpPriority,
} from './roll-up-targets'
import { valueNeeded } from './trajectory'

function buildAim(values: readonly (number | null)[], parts: Partial<Aim> = {}): Aim {
  const outcome = resolveAim(
    { kind: 'absolute_by_date', value: 14, due: '2025-01-31', baseline: null, steps: [] },
    { polarity: 'low_good', own: buildObservations(values) },
  )
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return { ...outcome.value, ...parts }
}

function forecast(values: readonly (number | null)[], parts: Partial<Aim> = {}): Forecast {
  const found = forecastAim(buildAim(values, parts), { spacing: 'within_year' })
  if (found.kind === 'none') throw new Error(found.sentence)
  return found
}

const seven = [20, 19, 19, 17, 18, 16, 15]

describe('forecast', () => {
  it('[TG16] carries a line on with its prediction interval', () => {
    // Days 0, 31, 61, 92, 123, 153, 184 to day 276, worked out by a separate program.
    const found = forecast(seven)
    expect(found.points).toBe(7)
    expect(found.value).toBeCloseTo(12.997, 3)
    expect(found.lower).toBeCloseTo(10.369, 3)
    expect(found.upper).toBeCloseTo(15.626, 3)
  })

  it('[TG16] looks at the latest 12 values', () => {
    const wild = [90, 1, 80, 3]
    const twelve = [...seven, 16, 15, 14, 15, 13]
    const later = { due: '2025-06-30' }
    const alone = forecast(twelve.map(Number), later)
    expect(alone.points).toBe(12)
    const shifted = buildAim([...wild, ...twelve], { due: '2025-10-31' })
    const found = forecastAim(shifted, { spacing: 'within_year' })
    expect(found).toMatchObject({ kind: 'forecast', points: 12 })
    expect(found.kind === 'forecast' && found.value).toBeCloseTo(alone.value, 0)
  })

  it('[TG17] is refused with the reason', () => {
    const say = (values: readonly (number | null)[], parts: Partial<Aim> = {}) =>
      forecastAim(buildAim(values, parts), { spacing: 'within_year' }).sentence
    expect(say(seven.slice(1))).toBe('Too few values for a forecast: 6 so far, 7 needed.')
    expect(say([...seven.slice(1), null])).toContain('6 so far')
    expect(say([])).toContain('0 so far')
    expect(say(seven, { due: '2024-10-31' })).toContain('nothing to forecast')
    expect(say(seven, { due: '2025-05-03' })).not.toContain('too far')
    expect(say(seven, { due: '2025-05-04' })).toContain('too far')
    expect(say([5, 5, 5, 5, 5, 5, 5])).toContain('do not vary')
    expect(say([0, 0, 0, 0, 0, 0, 0])).toContain('do not vary')
    const pooled = forecastAim(buildAim(seven), { spacing: 'pooled' })
    expect(pooled.sentence).toContain('pools several years')
  })

  it('[TG18] is cut at what is possible', () => {
    const low = [3, 2, 3, 1, 2, 1, 0]
    const aim = buildAim(low, { wanted: 0 })
    const bounds = { least: 0, most: 100 }
    const found = forecastAim(aim, { spacing: 'within_year', bounds })
    expect(found).toMatchObject({ value: 0, lower: 0 })
    expect(forecast(low).lower).toBeLessThan(0)
  })

  it('[TG19] says likely, open or unlikely by the whole range', () => {
    expect(forecast(seven, { wanted: 16 }).chance).toBe('likely')
    expect(forecast(seven, { wanted: 14 }).chance).toBe('open')
    expect(forecast(seven, { wanted: 9 }).chance).toBe('unlikely')
    expect(forecast(seven, { wanted: 9, better: 'higher' }).chance).toBe('likely')
    expect(forecast(seven).sentence).toContain('If the latest values go on as they have')
  })

  it('[TG20] moves and scales with the values', () => {
    const values = array(integer({ min: 0, max: 100 }), { minLength: 7, maxLength: 12 })
    assert(
      property(
        values.filter((list) => new Set(list).size > 2),
        integer({ min: 1, max: 50 }),
        (list, by) => {
          const due = { due: '2025-04-30' }
          const aim = buildAim(list, due)
          const moved = buildAim(
            list.map((value) => value * by + by),
            due,
          )
          const before = forecastAim(aim, { spacing: 'within_year' })
          const after = forecastAim(moved, { spacing: 'within_year' })
          expect(after.kind).toBe(before.kind)
          const pairs = [before, after].map((one) =>
            one.kind === 'forecast' ? [one.value, one.lower, one.upper] : [],
          )
          const wanted = (pairs[0] ?? []).map((value) => value * by + by)
          for (const [at, value] of (pairs[1] ?? []).entries())
            expect(value).toBeCloseTo(wanted[at] ?? Number.NaN, 4)
        },
      ),
    )
  })

  it('[TG13] keeps the course between its two ends', () => {
    const value = integer({ min: -100, max: 100 })
    assert(
      property(value, value, integer({ min: 1, max: 365 }), (from, wanted, day) => {
        const on = new Date(Date.UTC(2024, 3, 30 + day)).toISOString().slice(0, 10)
        const baseline = { value: from, on: '2024-04-30' }
        const needed = valueNeeded({ baseline, steps: [], wanted, due: '2025-04-30' }, on)
        expect(needed).toBeGreaterThanOrEqual(Math.min(from, wanted) - 1e-9)
        expect(needed).toBeLessThanOrEqual(Math.max(from, wanted) + 1e-9)
      }),
    )
  })
})

describe('roll-up', () => {
  it('[TG27] is the target furthest from being met', () => {
    expect(rollUpObjective(['met', 'on_course', 'off_course'])).toBe('off_course')
    expect(rollUpObjective(['off_course', 'no_nearer', 'missed'])).toBe('missed')
    expect(rollUpObjective(['met', 'not_met', 'awaited'])).toBe('awaited')
    expect(rollUpObjective(['met', 'on_course'])).toBe('on_course')
  })

  it('[TG27] lets silent targets speak only when there is no other', () => {
    expect(rollUpObjective(['no_value', 'met', 'not_measurable'])).toBe('met')
    expect(rollUpObjective(['not_measurable', 'no_value'])).toBe('no_value')
    expect(rollUpObjective(['not_measurable'])).toBe('not_measurable')
    expect(rollUpObjective([])).toBe('no_target')
  })

  it.each<[Verdict, ObjectiveStanding[]]>([
    ['all_met', ['met', 'no_value', 'met']],
    ['on_course', ['met', 'on_course', 'no_target']],
    ['some_behind', ['met', 'off_course', 'not_met']],
    ['all_behind', ['missed', 'no_nearer', 'no_value']],
    ['unclear', ['met', 'awaited']],
    ['unclear', ['not_met']],
    ['unjudged', ['no_target', 'no_value', 'not_measurable']],
    ['unjudged', []],
  ])('[TG28] calls a priority %s for %j', (verdict, states) => {
    expect(rollUpPriority(states).verdict).toBe(verdict)
  })

  it('[TG28] counts in words', () => {
    const { sentence } = rollUpPriority(['no_target', 'met', 'off_course', 'met', 'no_value'])
    expect(sentence).toBe(
      '5 objectives: 2 meet their targets, 1 is off course, 1 has no value, 1 has no target.',
    )
    expect(rollUpPriority(['missed']).sentence).toBe('1 objective: it has missed its target.')
    expect(rollUpPriority([]).sentence).toBe('No objectives yet.')
    for (const words of Object.values(VERDICT_WORDS)) expect(words).not.toMatch(/red|amber|green/i)
  })

  const standings = array(constantFrom<ObjectiveStanding>(...TARGET_STATES, 'no_target'), {
    maxLength: 12,
  })

  it('[TG29] does not depend on the order', () => {
    const pair = standings.chain((list) =>
      shuffledSubarray(list, { minLength: list.length }).map((mixed) => [list, mixed] as const),
    )
    assert(
      property(pair, ([list, mixed]) => {
        expect(rollUpPriority(mixed)).toEqual(rollUpPriority(list))
      }),
    )
  })

  it('[TG29] is never worse for one more objective that is met', () => {
    const order: Verdict[] = ['all_behind', 'some_behind', 'unclear', 'on_course', 'all_met']
    assert(
      property(standings, (list) => {
        const before = order.indexOf(rollUpPriority(list).verdict)
        const after = order.indexOf(rollUpPriority([...list, 'met']).verdict)
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('[TG30] judges a goal by its own metric, whatever its priorities', () => {
    const fine = rollUpPriority(['on_course'])
    const late = rollUpPriority(['missed'])
    const goal = rollUpGoal('off_course', [fine, late, fine])
    expect(goal.own).toBe('off_course')
    expect([...goal.verdicts]).toEqual([
      ['on_course', 2],
      ['all_behind', 1],
    ])
    expect(goal.question).toBe('')
  })

  it('[TG30] counts the priorities beside a goal by verdict, in words', () => {
    expect(sumUpPriorities(['some_behind', 'all_behind', 'some_behind'])).toBe(
      '3 priorities: 2 are behind in part, 1 is behind.',
    )
    expect(sumUpPriorities(['on_course'])).toBe('1 priority: it is on course.')
    expect(sumUpPriorities(['unjudged', 'unjudged'])).toBe(
      '2 priorities: all cannot be judged yet.',
    )
    expect(sumUpPriorities([])).toBe('No priorities yet.')
  })

  it('[TG27] says one objective’s state in words', () => {
    expect(sayStanding(rollUpObjective(['met', 'off_course']))).toBe('is off course')
    expect(sayStanding(rollUpObjective([]))).toBe('has no target')
  })

  it('[TG31] asks when goal and priorities disagree', () => {
    const fine = rollUpPriority(['on_course', 'met'])
    const late = rollUpPriority(['missed', 'met'])
    expect(rollUpGoal('no_nearer', [fine, rollUpPriority([])]).question).toContain('move it')
    expect(rollUpGoal('met', [late]).question).toContain('what is moving it')
    expect(rollUpGoal('met', [fine]).question).toBe('')
    expect(rollUpGoal('no_value', [fine]).question).toBe('')
    expect(rollUpGoal('missed', []).question).toBe('')
  })
})
