import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ballot, VotingMethod, VotingRules } from './decision'
import { tallyVotes } from './tally'

const IDS = ['a', 'b', 'c', 'd']
const METHODS = ['majority', 'score', 'dot', 'ranked'] as const

const rulesOf = (ids: readonly string[]): VotingRules => ({
  options: ids.map((id) => ({ id, label: id })),
  majority: 'simple',
  dots: 3,
  cap: 3,
  quorum: { kind: 'none' },
})

const level = fc.integer({ min: 0, max: 5 })
const figures = fc.tuple(level, level, level, level)
const named = (values: readonly number[]) =>
  Object.fromEntries(IDS.map((id, at) => [id, values[at] ?? 0]))

const BALLOT: Record<(typeof METHODS)[number], fc.Arbitrary<Ballot>> = {
  majority: fc.constantFrom(...IDS).map((optionId) => ({ type: 'option', optionId })),
  score: figures.map((values) => ({ type: 'scores', scores: named(values) })),
  dot: figures.map((values) => ({ type: 'dots', dots: named(values) })),
  ranked: fc
    .shuffledSubarray(IDS, { minLength: 1 })
    .map((order): Ballot => ({ type: 'ranking', order })),
}

const votes = (method: (typeof METHODS)[number]) =>
  fc.array(
    fc.oneof({ weight: 9, arbitrary: BALLOT[method] }, fc.constant<Ballot>({ type: 'abstain' })),
    {
      maxLength: 12,
    },
  )

function winnersOf(method: VotingMethod, ballots: readonly Ballot[], ids: readonly string[] = IDS) {
  const { rows, outcome } = tallyVotes(method, rulesOf(ids), { entitled: 20, ballots })
  const winners = rows.filter(({ isWinner }) => isWinner).map(({ id }) => id)
  return { outcome, winners: winners.toSorted() }
}

/** The same vote with every option called by another's name. */
function rename(ballot: Ballot, name: (id: string) => string): Ballot {
  const keys = (values: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [name(id), value]))
  switch (ballot.type) {
    case 'option':
      return { ...ballot, optionId: name(ballot.optionId) }
    case 'scores':
      return { ...ballot, scores: keys(ballot.scores) }
    case 'dots':
      return { ...ballot, dots: keys(ballot.dots) }
    case 'ranking':
      return { ...ballot, order: ballot.order.map(name) }
    default:
      return ballot
  }
}

/** A vote for one option and nothing else. */
function voteFor(method: 'majority' | 'score' | 'dot', id: string): Ballot {
  if (method === 'majority') return { type: 'option', optionId: id }
  if (method === 'score') return { type: 'scores', scores: { ...named([]), [id]: 5 } }
  return { type: 'dots', dots: { [id]: 3 } }
}

describe('counting', () => {
  it.each(METHODS)('[DE14] %s does not depend on the names or the order of options', (method) => {
    fc.assert(
      fc.property(votes(method), fc.shuffledSubarray(IDS, { minLength: 4 }), (ballots, names) => {
        const name = (id: string) => names[IDS.indexOf(id)] ?? id
        const before = winnersOf(method, ballots)
        const after = winnersOf(
          method,
          ballots.map((ballot) => rename(ballot, name)),
        )
        expect(after).toEqual({ ...before, winners: before.winners.map(name).toSorted() })
        expect(winnersOf(method, ballots, names)).toEqual(before)
      }),
    )
  })

  it.each(METHODS)('[DE14] %s does not depend on the order of votes', (method) => {
    fc.assert(
      fc.property(votes(method), (ballots) => {
        expect(winnersOf(method, ballots.toReversed())).toEqual(winnersOf(method, ballots))
      }),
    )
  })

  it.each(['majority', 'score', 'dot'] as const)(
    '[DE14] one more vote for the winner never makes it lose under %s',
    (method) => {
      fc.assert(
        fc.property(votes(method), (ballots) => {
          const { winners } = winnersOf(method, ballots)
          const [winner] = winners
          if (winner === undefined || winners.length > 1) return
          expect(winnersOf(method, [...ballots, voteFor(method, winner)]).winners).toEqual([winner])
        }),
      )
    },
  )

  it('[DE28] every round of a ranked count adds up to the ballots', () => {
    fc.assert(
      fc.property(votes('ranked'), (ballots) => {
        const { rounds, cast, abstained } = tallyVotes('ranked', rulesOf(IDS), {
          entitled: 20,
          ballots,
        })
        expect(rounds.length).toBeLessThanOrEqual(IDS.length)
        for (const round of rounds) {
          const standing = round.votes.reduce((sum, { votes: count }) => sum + count, 0)
          expect(standing + round.exhausted).toBe(cast - abstained)
        }
      }),
    )
  })
})
