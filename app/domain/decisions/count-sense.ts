import type { VotingRules } from './decision'
import { LEVEL_LABELS } from './decision-words'
import { countOf } from './count-words'
import type { Ballots, Counted } from './tally'

/** A level below this asks for a reason (SPEC.md DE8). */
export const CONTENT_FROM = 3

/** SPEC.md DE30: how many at each level, and that nothing is decided by it. */
export function countSense(_rules: VotingRules, { ballots }: Ballots): Counted {
  const levels = ballots.flatMap((b) => (b.type === 'level' ? [b.level] : []))
  const rows = LEVEL_LABELS.map((label, level) => {
    const value = levels.filter((one) => one === level).length
    return {
      id: String(level),
      label,
      value,
      words: countOf(value, 'vote'),
      share: levels.length > 0 ? value / levels.length : 0,
      isWinner: false,
    }
  })
  const content = levels.filter((level) => level >= CONTENT_FROM).length
  const words = `Not binding: ${content} of ${levels.length} are at 3 or above.`
  return { outcome: 'sense', words, rows, rounds: [] }
}
