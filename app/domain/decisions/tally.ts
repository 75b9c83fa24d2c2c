import type { Ballot, OutcomeCode, Quorum, VotingMethod, VotingRules } from './decision'
import { countConsent } from './count-consent'
import { countDots } from './count-dots'
import { countMajority } from './count-majority'
import { countRanked, type Round } from './count-ranked'
import { countScores } from './count-scores'
import { countSense } from './count-sense'

/** One line of a result: an option or a fixed choice. */
export interface TallyRow {
  readonly id: string
  readonly label: string
  readonly value: number
  /** The figure with its unit: `4 votes`, `mean 3.5, from 2 to 5`. */
  readonly words: string
  /** 0 to 1, for the bar. */
  readonly share: number
  readonly isWinner: boolean
}

/** What a method makes of the votes, before quorum and abstentions are looked at. */
export interface Counted {
  readonly outcome: OutcomeCode
  /** A whole sentence. */
  readonly words: string
  readonly rows: readonly TallyRow[]
  readonly rounds: readonly Round[]
}

export interface Tally extends Counted {
  readonly entitled: number
  readonly cast: number
  readonly abstained: number
  /** Votes that had to be cast; null without a quorum. */
  readonly quorum: number | null
  readonly isQuorate: boolean
}

export interface Ballots {
  readonly entitled: number
  /** The vote of each seat that counts. */
  readonly ballots: readonly Ballot[]
}

/** The result of a vote, worked out from the votes alone (SPEC.md DE14–DE30). */
export function tallyVotes(
  method: VotingMethod,
  rules: VotingRules,
  { entitled, ballots }: Ballots,
): Tally {
  const cast = ballots.length
  const abstained = ballots.filter(isAbstention).length
  const quorum = quorumOf(rules.quorum, entitled)
  const isQuorate = quorum === null || cast >= quorum
  const counted = COUNTS[method](rules, { entitled, ballots })
  const missing = whyNoDecision({ entitled, cast, abstained, quorum, isQuorate })
  const decided = missing
    ? { ...counted, outcome: 'no_decision' as const, words: missing }
    : counted
  const rows = missing ? decided.rows.map((row) => ({ ...row, isWinner: false })) : decided.rows
  return { ...decided, rows, entitled, cast, abstained, quorum, isQuorate }
}

const COUNTS: Record<VotingMethod, (rules: VotingRules, votes: Ballots) => Counted> = {
  consent: countConsent,
  majority: countMajority,
  score: countScores,
  dot: countDots,
  ranked: countRanked,
  sense_check: countSense,
}

/** Who stands aside takes part without a say, as who abstains. */
function isAbstention(ballot: Ballot): boolean {
  return ballot.type === 'abstain' || (ballot.type === 'consent' && ballot.choice === 'stand_aside')
}

/** How many votes have to be cast; null when any number will do (SPEC.md DE15). */
export function quorumOf(quorum: Quorum, entitled: number): number | null {
  if (quorum.kind === 'none') return null
  if (quorum.kind === 'number') return quorum.number
  return Math.ceil((entitled * quorum.percent) / 100)
}

function whyNoDecision({
  entitled,
  cast,
  abstained,
  quorum,
  isQuorate,
}: Omit<Tally, keyof Counted>): string | null {
  if (!isQuorate) return `No decision: ${cast} of ${entitled} voted, and the quorum is ${quorum}.`
  if (cast === 0) return 'No decision: nobody voted.'
  if (abstained === cast) return 'No decision: nobody took a side.'
  return null
}
