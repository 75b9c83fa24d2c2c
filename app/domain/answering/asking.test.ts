import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BusinessRule,
  DEFAULT_RULES,
  type MetricSituation,
  type RuleCondition,
  applyRules,
  checkRules,
  countStreak,
} from './business-rules'
import {
  COUNTERMEASURE_PARTS,
  COUNTERMEASURE_QUESTIONS,
  type CountermeasureSummary,
  listMissing,
  stateOfSummary,
} from './countermeasure'
import {
  ESCALATION_STEPS,
  type Escalation,
  type EscalationSide,
  type EscalationState,
  type EscalationStep,
  type StepTaken,
  isAnswerOverdue,
  raiseEscalation,
  stepsFor,
  takeEscalationStep,
} from './escalation'

const today = '2026-11-23'
const on = (...list: (boolean | null)[]) => list.map((isOn) => ({ isOn }))

describe('streak', () => {
  it('[AN19] counts the latest periods on one side', () => {
    expect(countStreak(on(true, false, true, false, false))).toEqual({
      isOn: false,
      periods: 2,
      unknown: 0,
    })
    expect(countStreak(on(true, true, true))).toMatchObject({ isOn: true, periods: 3 })
    expect(countStreak([])).toEqual({ isOn: null, periods: 0, unknown: 0 })
  })

  it('[AN20] neither counts nor breaks at a period without a value', () => {
    expect(countStreak(on(true, null, false, null, false, null))).toEqual({
      isOn: false,
      periods: 2,
      unknown: 2,
    })
    expect(countStreak(on(null, null))).toEqual({ isOn: null, periods: 0, unknown: 2 })
  })

  it('[AN19] [AN20] is the same whatever unknown periods stand between', () => {
    assert(
      property(array(constantFrom(true, false, null)), (list) => {
        const whole = countStreak(on(...list))
        const known = countStreak(on(...list.filter((isOn) => isOn !== null)))
        expect([whole.isOn, whole.periods]).toEqual([known.isOn, known.periods])
      }),
    )
  })
})

function buildSituation(parts: Partial<MetricSituation> & { off?: number; on?: number } = {}) {
  const { off = 0, on: good = 0, ...rest } = parts
  const streak = { isOn: good > 0, periods: good || off, unknown: 0 }
  return { role: 'driver', frequency: 'monthly', streak, isConcern: false, ...rest } as const
}

const asked = (situation: MetricSituation) =>
  applyRules(DEFAULT_RULES, situation).map(({ action }) => action)

describe('business rules', () => {
  it('[AN21] ask a driver’s lead for more the longer it is off target', () => {
    expect([0, 1, 2, 3, 4, 5, 12].map((off) => asked(buildSituation({ off })))).toEqual([
      [],
      ['comment'],
      ['structured_update'],
      ['countermeasure_summary'],
      ['countermeasure_summary'],
      ['escalate'],
      ['escalate'],
    ])
    expect([5, 6, 7].map((good) => asked(buildSituation({ on: good })))).toEqual([
      [],
      ['retire_to_watch'],
      ['retire_to_watch'],
    ])
  })

  it('[AN22] look at a watch metric after four periods or a special cause', () => {
    const watch = { role: 'watch' } as const
    expect(asked(buildSituation({ ...watch, off: 3 }))).toEqual([])
    expect(asked(buildSituation({ ...watch, off: 4 }))).toEqual(['promote_to_driver'])
    expect(asked(buildSituation({ ...watch, on: 2, isConcern: true }))).toEqual([
      'promote_to_driver',
    ])
  })

  it('[AN23] ask once for each action, with the reason, and nothing of parked metrics', () => {
    const both = applyRules(
      DEFAULT_RULES,
      buildSituation({ role: 'watch', off: 4, isConcern: true }),
    )
    expect(both).toEqual([
      {
        action: 'promote_to_driver',
        sentence: 'Consider making it a driver, and swap one out: off target for 4 months.',
      },
    ])
    expect(asked(buildSituation({ role: 'parked', off: 9, isConcern: true }))).toEqual([])
    const streak = { isOn: false, periods: 2, unknown: 1 }
    expect(applyRules(DEFAULT_RULES, { ...buildSituation(), streak })[0]?.sentence).toContain(
      'off target for 2 months, 1 without a value left out.',
    )
  })

  it('[AN24] are whole numbers of periods that do not overlap', () => {
    const rule = (from: number, to: number | null, parts: Partial<BusinessRule> = {}) =>
      ({
        role: 'driver',
        when: { kind: 'off_target', from, to },
        action: 'comment',
        ...parts,
      }) as const
    const say = (...rules: BusinessRule[]) => {
      const outcome = checkRules(rules)
      return outcome.ok ? '' : outcome.refusal.message
    }
    expect(checkRules(DEFAULT_RULES).ok).toBe(true)
    expect(say()).toBe('')
    expect(say(rule(0, 1))).toContain('Rule 1: use whole numbers')
    expect([say(rule(3, 2)), say(rule(1.5, 2))].filter((words) => words === '')).toEqual([])
    expect(say(rule(1, 2), rule(5, 6), rule(2, 3))).toContain('Rules 1 and 3')
    expect(say(rule(2, 3), rule(1, 2))).toContain('Rules 1 and 2')
    expect(say(rule(1, 2), rule(3, 4))).toBe('')
    expect(say(rule(4, null), rule(9, 9))).toContain('Rules 1 and 2')
    expect(say(rule(1, 2), rule(1, 2, { role: 'watch' }))).toBe('')
    const good: RuleCondition = { kind: 'on_target', from: 1, to: 2 }
    expect(say(rule(1, 2), rule(1, 2, { when: good }))).toBe('')
  })
})

describe('countermeasure summary', () => {
  const known = { people: new Set(['ann']), today }
  const whole: CountermeasureSummary = {
    problem: 'Too many wait.',
    performance: '15% against 12%.',
    contributors: ['Ward 4: 40 of 90'],
    rootCause: 'Nobody plans discharge on Fridays.',
    action: 'A planner on Fridays.',
    ownerId: 'ann',
    due: '2026-12-31',
    effect: '',
  }

  it('[AN25] has seven parts, each asked for in words', () => {
    expect(listMissing(whole, known)).toEqual([])
    const empty = {
      ...whole,
      problem: ' ',
      performance: '',
      contributors: [' '],
      rootCause: '',
      action: '\n',
      ownerId: null,
      due: '',
    }
    expect(listMissing(empty, known)).toEqual([...COUNTERMEASURE_PARTS])
    expect(COUNTERMEASURE_PARTS.map((part) => COUNTERMEASURE_QUESTIONS[part].at(-1))).toEqual(
      Array(7).fill('?'),
    )
    expect(listMissing({ ...whole, contributors: [] }, known)).toEqual(['contributors'])
  })

  it('[AN26] misses an owner who has left and a day that is none', () => {
    expect(listMissing({ ...whole, ownerId: 'gone', due: '2026-02-30' }, known)).toEqual([
      'owner',
      'due',
    ])
  })

  it('[AN27] is written, then under way until its day has passed', () => {
    expect(stateOfSummary({ ...whole, rootCause: '' }, known)).toBe('in_writing')
    expect(stateOfSummary(whole, known)).toBe('under_way')
    expect(stateOfSummary({ ...whole, due: today }, known)).toBe('under_way')
  })

  it('[AN28] asks what came of it, and is closed by that', () => {
    const past = { ...whole, due: '2026-11-22' }
    expect(stateOfSummary(past, known)).toBe('effect_due')
    expect(stateOfSummary({ ...past, effect: 'Down to 12%.' }, known)).toBe('closed')
  })
})

describe('escalation', () => {
  const raised: Escalation = {
    from: 'place',
    level: 'partnership',
    state: 'raised',
    ask: 'Two planners',
    responseDue: '2026-12-01',
  }
  const take = (
    step: EscalationStep,
    by: EscalationSide,
    parts: Partial<Escalation & StepTaken> = {},
  ) => {
    const taken = { step, by, words: 'Because', responseDue: '2026-12-24', ...parts }
    const { state = 'raised', level = 'partnership' } = parts
    return takeEscalationStep({ ...raised, state, level }, taken, today)
  }
  const problemOf = (outcome: ReturnType<typeof take>) =>
    outcome.ok ? '' : outcome.refusal.message

  it('[AN29] goes to the next level, and nowhere from the national one', () => {
    const ask = { ask: 'Help', responseDue: '2026-12-01' }
    const to = (['place', 'partnership', 'region'] as const).map((from) => {
      const outcome = raiseEscalation({ ...ask, from }, today)
      return outcome.ok && outcome.value.level
    })
    expect(to).toEqual(['partnership', 'region', 'national'])
    expect(raiseEscalation({ ...ask, from: 'national' }, today).ok).toBe(false)
    expect(problemOf(take('raise_higher', 'asked', { level: 'national' }))).toContain(
      'no level above',
    )
    expect(stepsFor({ ...raised, level: 'national' }, 'asked')).toEqual(['accept', 'return'])
  })

  it('[AN30] says what is asked, and until when after today', () => {
    const ask = { from: 'place', ask: 'Help', responseDue: '2026-11-24' } as const
    expect(raiseEscalation(ask, today).ok).toBe(true)
    expect(problemOf(raiseEscalation({ ...ask, ask: ' ' }, today))).toContain('Say what is asked')
    expect(problemOf(raiseEscalation({ ...ask, responseDue: today }, today))).toContain(
      'after today',
    )
    expect(raiseEscalation({ ...ask, responseDue: 'soon' }, today).ok).toBe(false)
  })

  it('[AN31] is accepted, returned or raised higher by who is asked', () => {
    expect(take('accept', 'asked')).toMatchObject({ value: { state: 'accepted' } })
    expect(take('return', 'asked')).toMatchObject({ value: { state: 'returned' } })
    expect(take('raise_higher', 'asked', { words: ' Ten ' })).toMatchObject({
      value: {
        state: 'raised',
        level: 'region',
        ask: 'Ten',
        responseDue: '2026-12-24',
        from: 'place',
      },
    })
    expect(problemOf(take('accept', 'asking'))).toContain('Only the side that is asked')
  })

  it('[AN31] is raised again, resolved or withdrawn by who asks', () => {
    expect(take('raise_again', 'asking', { state: 'returned' })).toMatchObject({
      value: { state: 'raised', level: 'partnership' },
    })
    expect(take('resolve', 'asking', { state: 'accepted' })).toMatchObject({
      value: { state: 'resolved' },
    })
    expect(take('withdraw', 'asking')).toMatchObject({ value: { state: 'withdrawn' } })
    expect(problemOf(take('withdraw', 'asked'))).toContain('Only the side that asks')
  })

  it('[AN32] says something at every step but withdrawing', () => {
    expect(problemOf(take('accept', 'asked', { words: ' ' }))).toContain('what help comes')
    expect(take('withdraw', 'asking', { words: '' }).ok).toBe(true)
    expect(problemOf(take('raise_higher', 'asked', { responseDue: today }))).toContain(
      'after today',
    )
  })

  const states: EscalationState[] = ['raised', 'accepted', 'returned', 'resolved', 'withdrawn']

  it('[AN33] takes exactly the steps of the table', () => {
    const steps = Object.keys(ESCALATION_STEPS) as EscalationStep[]
    const possible = states.map((state) =>
      steps.filter((step) => take(step, ESCALATION_STEPS[step].by, { state }).ok),
    )
    expect(possible).toEqual([
      ['accept', 'return', 'raise_higher', 'withdraw'],
      ['raise_higher', 'resolve', 'withdraw'],
      ['raise_again', 'withdraw'],
      [],
      [],
    ])
    const offered = states.map((state) => [
      ...stepsFor({ ...raised, state }, 'asked'),
      ...stepsFor({ ...raised, state }, 'asking'),
    ])
    expect(offered.map((list) => [...list].sort())).toEqual(
      possible.map((list) => [...list].sort()),
    )
  })

  it('[AN33] [AN34] never goes down a level, and ends when resolved or withdrawn', () => {
    const step = constantFrom(...(Object.keys(ESCALATION_STEPS) as EscalationStep[]))
    const levels = ['place', 'partnership', 'region', 'national']
    assert(
      property(array(step, { maxLength: 12 }), (walk) => {
        let now = raised
        for (const one of walk) {
          const { by } = ESCALATION_STEPS[one]
          const outcome = takeEscalationStep(
            now,
            { step: one, by, words: 'x', responseDue: '2027-01-01' },
            today,
          )
          const next = outcome.ok ? outcome.value : now
          const isOver = now.state === 'resolved' || now.state === 'withdrawn'
          expect(outcome.ok && isOver).toBe(false)
          expect(levels.indexOf(next.level)).toBeGreaterThanOrEqual(levels.indexOf(now.level))
          now = next
        }
      }),
    )
  })

  it('[AN35] is overdue after its last day without an answer', () => {
    expect(isAnswerOverdue(raised, '2026-12-01')).toBe(false)
    expect(isAnswerOverdue(raised, '2026-12-02')).toBe(true)
    expect(isAnswerOverdue({ ...raised, state: 'accepted' }, '2026-12-02')).toBe(false)
  })
})
