import { CONSENT_CHOICES, type VotingRules } from './decision'
import { CONSENT_LABELS } from './decision-words'
import { countOf } from './count-words'
import type { Ballots, Counted } from './tally'

/** SPEC.md DE17. */
export function countConsent(_rules: VotingRules, { ballots }: Ballots): Counted {
  const rows = CONSENT_CHOICES.map((choice) => {
    const value = ballots.filter((b) => b.type === 'consent' && b.choice === choice).length
    return {
      id: choice,
      label: CONSENT_LABELS[choice],
      value,
      words: countOf(value, 'vote'),
      share: ballots.length > 0 ? value / ballots.length : 0,
      isWinner: false,
    }
  })
  const objections = rows.find(({ id }) => id === 'object')?.value ?? 0
  return objections === 0
    ? { outcome: 'carried', words: 'Carried: nobody objected.', rows, rounds: [] }
    : {
        outcome: 'not_carried',
        words: `Not carried: ${countOf(objections, 'objection')}.`,
        rows,
        rounds: [],
      }
}
