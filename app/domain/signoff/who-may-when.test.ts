import { describe, expect, it } from 'vitest'
import { type Actor, type Role, ROLES } from '../access/actor'
import { has, type Right } from '../access/rights'
import { STRATEGY_STATES } from '../strategy/strategy'
import { EDITION_STATES } from './agreement'
import { checkPhaseChange, type Phase, PHASES } from './phases'
import { mayTakeStep, type Step, STEPS } from './steps'

const HERE = { partnershipId: 'wessex-vale' }

const RIGHT_FOR: Record<Step, Right> = {
  submit: 'submit',
  return_to_drafting: 'return_to_drafting',
  publish: 'publish',
  approve_publication: 'publish',
  withdraw: 'publish',
  start_next_draft: 'submit',
  change_phase: 'change_phase',
  suggest_only: 'suggest_only',
  open_writing: 'suggest_only',
}

/** Everything that may be done, by strategy state / newest edition / waits for a second approval; all else is refused. */
const EXPECTED: Readonly<
  Record<Step, { readonly roles: string; readonly when: (now: Situation) => boolean }>
> = {
  submit: { roles: 'chair editor', when: ({ strategy }) => strategy === 'drafting' },
  return_to_drafting: {
    roles: 'chair',
    when: ({ strategy, edition }) => strategy === 'submitted' && edition === 'submitted',
  },
  publish: { roles: 'chair administrator', when: ({ edition }) => edition === 'approved' },
  approve_publication: {
    roles: 'chair administrator',
    when: ({ edition, awaitsSecondApproval }) => edition === 'published' && awaitsSecondApproval,
  },
  withdraw: { roles: 'chair administrator', when: ({ edition }) => edition === 'published' },
  start_next_draft: {
    roles: 'chair editor',
    when: ({ strategy }) => strategy === 'approved' || strategy === 'published',
  },
  change_phase: { roles: 'chair editor', when: ({ strategy }) => strategy === 'drafting' },
  suggest_only: {
    roles: 'chair',
    when: ({ strategy, suggestingOnly }) => strategy === 'drafting' && !suggestingOnly,
  },
  open_writing: {
    roles: 'chair',
    when: ({ strategy, suggestingOnly }) => strategy === 'drafting' && suggestingOnly,
  },
}

const SITUATIONS = STRATEGY_STATES.flatMap((strategy) =>
  [null, ...EDITION_STATES].flatMap((edition) =>
    [false, true].flatMap((awaitsSecondApproval) =>
      [false, true].map((suggestingOnly) => ({
        strategy,
        edition,
        awaitsSecondApproval,
        suggestingOnly,
      })),
    ),
  ),
)
type Situation = (typeof SITUATIONS)[number]

function buildActor(role: Role): Actor {
  return {
    personId: 'person-1',
    name: 'Amara Cole',
    email: 'amara@example.org',
    partnershipId: HERE.partnershipId,
    partnershipName: 'Wessex Vale ICP',
    organisationId: 'org-1',
    organisationName: 'ICB',
    role,
    signatoryOf: [],
  }
}

describe('state × role × action', () => {
  it.each(STEPS)(
    '[SO1] [SO2] [SO3] [SO4] [SO29] [SO30] [SO39] %s, in every state and every role',
    (step) => {
      const surprises = SITUATIONS.flatMap((now) =>
        ROLES.flatMap((role) => {
          const may = has(buildActor(role), RIGHT_FOR[step], HERE) && mayTakeStep(step, now).ok
          const expected =
            EXPECTED[step].roles.split(' ').includes(role) && EXPECTED[step].when(now)
          return may === expected ? [] : [`${role} in ${JSON.stringify(now)}: ${may}`]
        }),
      )
      expect(SITUATIONS).toHaveLength(STRATEGY_STATES.length * (EDITION_STATES.length + 1) * 4)
      expect(surprises).toEqual([])
    },
  )
})

/** Where a draft may go from each phase, and nowhere else. */
const ROADS: Readonly<Record<Phase, string>> = {
  drafting: 'workshop consultation',
  workshop: 'drafting consultation',
  consultation: 'drafting fact_check',
  fact_check: 'drafting final_draft',
  final_draft: 'drafting',
}

describe('state × phase × role × phase wanted', () => {
  it('[SO32] [SO33] [SO34] [SO35] [SO37] each road, in every state and every role', () => {
    const surprises = STRATEGY_STATES.flatMap((state) =>
      PHASES.flatMap((phase) =>
        PHASES.flatMap((to) =>
          ROLES.flatMap((role) => {
            const may =
              has(buildActor(role), 'change_phase', HERE) &&
              checkPhaseChange({ state, phase }, { to, note: 'Because.' }).ok
            const expected =
              state === 'drafting' &&
              ROADS[phase].split(' ').includes(to) &&
              (role === 'chair' || role === 'editor')
            return may === expected ? [] : [`${role}, ${state}: ${phase} to ${to}: ${may}`]
          }),
        ),
      ),
    )
    expect(surprises).toEqual([])
  })
})
