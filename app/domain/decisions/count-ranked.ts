import type { DecisionOption, VotingRules } from './decision'
import { countOf, listNames } from './count-words'
import type { Ballots, Counted } from './tally'

/** One round of the count: every ballot stands with the best of its options that is still in, or has none left. */
export interface Round {
  readonly votes: readonly { readonly optionId: string; readonly votes: number }[]
  readonly exhausted: number
  readonly eliminated: readonly string[]
  /** How a tie for elimination was settled; empty when there was none. */
  readonly note: string
}

type Order = readonly string[]
type Votes = ReadonlyMap<string, number>

/** Instant run-off (SPEC.md DE25–DE29). */
export function countRanked({ options }: VotingRules, { ballots }: Ballots): Counted {
  const orders = ballots.flatMap((b) => (b.type === 'ranking' ? [b.order] : []))
  const { rounds, winnerIds } = runOff(options, orders)
  const last = rounds.at(-1)
  const borda = bordaPoints(options, orders)
  const rows = options.map(({ id, label }) => {
    const value = last?.votes.find(({ optionId }) => optionId === id)?.votes ?? 0
    const first = orders.filter((order) => order[0] === id).length
    return {
      id,
      label,
      value,
      words: `${countOf(value, 'vote')} in the last round, ${countOf(first, 'first choice')}, ${countOf(borda.get(id) ?? 0, 'Borda point')}`,
      share: orders.length > 0 ? value / orders.length : 0,
      isWinner: winnerIds.includes(id),
    }
  })
  const names = listNames(
    options.filter(({ id }) => winnerIds.includes(id)).map(({ label }) => label),
  )
  const after = countOf(rounds.length, 'round')
  return winnerIds.length === 1
    ? { outcome: 'chosen', words: `Chosen: ${names}, after ${after}.`, rows, rounds }
    : { outcome: 'tied', words: `Tied: ${names}, after ${after}.`, rows, rounds }
}

interface RunOff {
  readonly rounds: readonly Round[]
  /** One; several when they cannot be told apart. */
  readonly winnerIds: readonly string[]
}

function runOff(options: readonly DecisionOption[], orders: readonly Order[]): RunOff {
  const borda = bordaPoints(options, orders)
  const rounds: Round[] = []
  const earlier: Votes[] = []
  let left: readonly string[] = options.map(({ id }) => id)
  for (;;) {
    const { votes, exhausted } = countRound(left, orders)
    const shown = left.map((optionId) => ({ optionId, votes: votes.get(optionId) ?? 0 }))
    const round = { votes: shown, exhausted, eliminated: [], note: '' }
    const winner = left.find((id) => (votes.get(id) ?? 0) * 2 > orders.length - exhausted)
    if (winner !== undefined || left.length === 1)
      return { rounds: [...rounds, round], winnerIds: [winner ?? left[0] ?? ''] }
    const { out, note } = findLast(left, [votes, ...earlier], borda)
    if (out.length === left.length) return { rounds: [...rounds, round], winnerIds: left }
    rounds.push({ ...round, eliminated: out, note })
    earlier.unshift(votes)
    left = left.filter((id) => !out.includes(id))
  }
}

function countRound(left: readonly string[], orders: readonly Order[]) {
  const votes = new Map(left.map((id) => [id, 0]))
  let exhausted = 0
  for (const order of orders) {
    const best = order.find((id) => votes.has(id))
    if (best === undefined) exhausted += 1
    else votes.set(best, (votes.get(best) ?? 0) + 1)
  }
  return { votes, exhausted }
}

/**
 * Who goes: the fewest votes now; then in the latest earlier round in which the tied differ; then the fewest Borda
 * points; then all of the tied together (SPEC.md DE27). Never by the order of the list, which would favour somebody.
 */
function findLast(
  left: readonly string[],
  rounds: readonly Votes[],
  borda: Votes,
): { out: readonly string[]; note: string } {
  let out = left
  for (const [back, votes] of rounds.entries()) {
    out = fewest(out, votes)
    if (out.length === 1)
      return { out, note: back === 0 ? '' : 'A tie, settled by an earlier round.' }
  }
  out = fewest(out, borda)
  return out.length === 1
    ? { out, note: 'A tie, settled by Borda points.' }
    : { out, note: 'A tie that nothing settles: taken out together.' }
}

function fewest(ids: readonly string[], numbers: Votes): readonly string[] {
  const least = Math.min(...ids.map((id) => numbers.get(id) ?? 0))
  return ids.filter((id) => (numbers.get(id) ?? 0) === least)
}

/** For n options: n − 1 points for a first place, n − 2 for a second, none for an option left out. */
function bordaPoints(options: readonly DecisionOption[], orders: readonly Order[]): Votes {
  const points = new Map(options.map(({ id }) => [id, 0]))
  for (const order of orders)
    for (const [place, id] of order.entries())
      points.set(id, (points.get(id) ?? 0) + options.length - 1 - place)
  return points
}
