import type { ListedDecision } from '../../app/domain/decisions/decision-log'

export const RULES = {
  options: [
    { id: 'o1', label: 'A' },
    { id: 'o2', label: 'B' },
  ],
  majority: 'simple',
  dots: 3,
  cap: 2,
  quorum: { kind: 'none' },
} as const

/** Open, between two options, with two of five votes. */
export const LISTED: ListedDecision = {
  id: 'd1', strategyId: 's', method: 'majority', state: 'open', question: 'Where first?',
  context: '', about: '', rules: RULES, voters: 'roles', isHidden: true,
  opensAt: '2026-11-23T09:00:00Z', closesAt: '2026-11-30T17:00:00Z',
  openedById: 'p1', openedByName: 'Ruth', supersedes: null, supersededBy: null,
  bodyName: '', heldOn: null, dissent: '', closedAt: null, closedByName: null,
  closeReason: '', outcome: null, outcomeWords: '', statement: '', minuteReference: '',
  voted: 2, entitled: 5, isMine: false,
}
