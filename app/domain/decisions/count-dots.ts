import type { VotingRules } from './decision'
import { countOf } from './count-words'
import { findMost } from './most-of'
import type { Ballots, Counted } from './tally'

/** Dots each vote has unless the decision says otherwise: a third of the options, rounded up (SPEC.md DE23). */
export function usualDots(options: number): number {
  return Math.ceil(options / 3)
}

/** SPEC.md DE24. */
export function countDots({ options }: VotingRules, { ballots }: Ballots): Counted {
  const votes = ballots.flatMap((b) => (b.type === 'dots' ? [b.dots] : []))
  const totals = options.map((option) => ({
    ...option,
    value: votes.reduce((sum, vote) => sum + (vote[option.id] ?? 0), 0),
  }))
  const all = totals.reduce((sum, { value }) => sum + value, 0)
  const { outcome, words, winnerIds } = findMost(totals, (dots) => countOf(dots, 'dot'))
  const rows = totals.map(({ id, label, value }) => ({
    id,
    label,
    value,
    words: countOf(value, 'dot'),
    share: all > 0 ? value / all : 0,
    isWinner: winnerIds.includes(id),
  }))
  return { outcome, words, rows, rounds: [] }
}
