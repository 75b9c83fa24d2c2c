import { describe, expect, it } from 'vitest'

import { STRATEGY_STATES } from '../strategy/strategy'
import { EDITION_STATES } from './agreement'
import { mayTakeStep, type Step, STEPS } from './steps'

const SITUATIONS = STRATEGY_STATES.flatMap((strategy) =>
  [null, ...EDITION_STATES].map((edition) => ({ strategy, edition })),
)

function openSituations(step: Step): string[] {
  return SITUATIONS.filter((now) => mayTakeStep(step, now).ok).map(
    (now) => `${now.strategy}/${now.edition ?? 'none'}`,
  )
}

describe('steps', () => {
  it('[SO1] submit only while drafting', () => {
    expect(openSituations('submit')).toEqual([
      'drafting/none',
      ...EDITION_STATES.map((state) => `drafting/${state}`),
    ])
  })

  it('[SO2] return only what is submitted', () => {
    expect(openSituations('return_to_drafting')).toEqual(['submitted/submitted'])
  })

  it('[SO3] publish only what is approved', () => {
    expect(openSituations('publish')).toEqual(STRATEGY_STATES.map((state) => `${state}/approved`))
  })

  it('[SO4] start the next draft only after approval', () => {
    const open = openSituations('start_next_draft')
    expect(open.every((now) => now.startsWith('approved/') || now.startsWith('published/'))).toBe(
      true,
    )
    expect(open).toHaveLength(2 * (EDITION_STATES.length + 1))
  })

  it.each(STEPS)(
    '[SO1] refuses %s at the wrong time saying why and that nothing changed',
    (step) => {
      for (const now of SITUATIONS) {
        const outcome = mayTakeStep(step, now)
        if (outcome.ok) continue
        expect(outcome.refusal.code).toBe('conflict')
        expect(outcome.refusal.message).toMatch(/^[A-Z].+\. [A-Z].+\. Nothing was changed\.$/)
      }
    },
  )
})
