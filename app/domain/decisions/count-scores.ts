import type { VotingRules } from './decision'
import { findMost } from './most-of'
import type { Ballots, Counted } from './tally'

export const SCORE_MAX = 5

/** SPEC.md DE21–DE22. Everybody scores every option, so the highest sum has the highest mean. */
export function countScores({ options }: VotingRules, { ballots }: Ballots): Counted {
  const votes = ballots.flatMap((b) => (b.type === 'scores' ? [b.scores] : []))
  const totals = options.map((option) => {
    const scores = votes.map((vote) => vote[option.id] ?? 0)
    return { ...option, scores, value: scores.reduce((sum, score) => sum + score, 0) }
  })
  const meanOf = (sum: number) => (votes.length > 0 ? sum / votes.length : 0)
  const { outcome, words, winnerIds } = findMost(
    totals,
    (sum) => `a mean of ${meanOf(sum).toFixed(1)} out of ${SCORE_MAX}`,
  )
  const rows = totals.map(({ id, label, scores, value }) => ({
    id,
    label,
    value: meanOf(value),
    words: describeScores(scores),
    share: meanOf(value) / SCORE_MAX,
    isWinner: winnerIds.includes(id),
  }))
  return { outcome, words, rows, rounds: [] }
}

function describeScores(scores: readonly number[]): string {
  if (scores.length === 0) return 'no scores'
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length
  const spread = Math.sqrt(variance).toFixed(1)
  return `mean ${mean.toFixed(1)}, spread ${spread}, from ${Math.min(...scores)} to ${Math.max(...scores)}`
}
