import { describe, expect, it } from 'vitest'
import type { Ballot, Majority, Quorum, VotingMethod, VotingRules } from './decision'
import { usualDots } from './count-dots'
import { quorumOf, tallyVotes } from './tally'

const rulesOf = (labels: string, more: Partial<VotingRules> = {}): VotingRules => ({
  options: Array.from(labels).map((label) => ({ id: label.toLowerCase(), label })),
  majority: 'simple',
  dots: 3,
  cap: 3,
  quorum: { kind: 'none' },
  ...more,
})
const ABSTAIN: Ballot = { type: 'abstain' }
const times = (count: number, ballot: Ballot) => Array.from({ length: count }, () => ballot)
const forOption = (optionId: string, count = 1) => times(count, { type: 'option', optionId })
const ranked = (order: string, count = 1) =>
  times(count, { type: 'ranking', order: Array.from(order) })
const scored = (scores: Record<string, number>): Ballot => ({ type: 'scores', scores })
const dotted = (dots: Record<string, number>): Ballot => ({ type: 'dots', dots })

function tally(
  method: VotingMethod,
  ballots: readonly Ballot[],
  { rules = rulesOf('AB'), entitled = 12 }: { rules?: VotingRules; entitled?: number } = {},
) {
  return tallyVotes(method, rules, { entitled, ballots })
}

describe('quorum', () => {
  it('[DE15] counts abstentions, and rounds a share up', () => {
    const share = (percent: number): Quorum => ({ kind: 'share', percent })
    expect([50, 34, 25, 100, 1].map((percent) => quorumOf(share(percent), 12))).toEqual([
      6, 5, 3, 12, 1,
    ])
    expect(quorumOf(share(50), 7)).toBe(4)
    const rules = rulesOf('AB', { quorum: { kind: 'number', number: 3 } })
    expect(tally('majority', [...forOption('a'), ABSTAIN, ABSTAIN], { rules })).toMatchObject({
      outcome: 'carried',
      isQuorate: true,
      quorum: 3,
    })
    const missed = tally('majority', forOption('a', 2), { rules })
    expect(missed).toMatchObject({ outcome: 'no_decision', isQuorate: false })
    expect(missed.words).toBe('No decision: 2 of 12 voted, and the quorum is 3.')
    expect(missed.rows.some(({ isWinner }) => isWinner)).toBe(false)
  })

  it.each(['majority', 'score', 'dot', 'ranked', 'consent', 'sense_check'] as const)(
    '[DE16] without a vote %s decides nothing',
    (method) => {
      expect(tally(method, [])).toMatchObject({
        outcome: 'no_decision',
        words: 'No decision: nobody voted.',
      })
    },
  )

  it.each(['majority', 'score', 'dot', 'ranked'] as const)(
    '[DE16] when everybody abstains %s decides nothing',
    (method) => {
      expect(tally(method, [ABSTAIN, ABSTAIN])).toMatchObject({
        outcome: 'no_decision',
        abstained: 2,
        words: 'No decision: nobody took a side.',
      })
    },
  )
})

describe('consent', () => {
  const say = (choice: 'consent' | 'stand_aside' | 'object', count = 1) =>
    times(count, { type: 'consent', choice })

  it('[DE17] is carried when nobody objects', () => {
    expect(tally('consent', [...say('consent', 4), ...say('stand_aside', 2)])).toMatchObject({
      outcome: 'carried',
      abstained: 2,
      rows: [{ value: 4 }, { value: 2 }, { value: 0 }],
    })
  })

  it('[DE17] is stopped by one objection among many', () => {
    expect(tally('consent', [...say('consent', 9), ...say('object')])).toMatchObject({
      outcome: 'not_carried',
      words: 'Not carried: 1 objection.',
    })
    expect(tally('consent', say('stand_aside', 3)).outcome).toBe('no_decision')
  })
})

describe('majority', () => {
  const of = (majority: Majority, [yes = 0, no = 0, abstain = 0]: readonly number[]) =>
    tally('majority', [...forOption('a', yes), ...forOption('b', no), ...times(abstain, ABSTAIN)], {
      rules: rulesOf('AB', { majority }),
    }).outcome

  it('[DE18] is more than half, abstentions aside; a tie is not carried', () => {
    expect(of('simple', [3, 2, 7])).toBe('carried')
    expect(of('simple', [3, 3])).toBe('not_carried')
    expect(of('simple', [1, 0, 11])).toBe('carried')
    const three = [...forOption('a', 2), ...forOption('b'), ...forOption('c')]
    expect(tally('majority', three, { rules: rulesOf('ABC') }).outcome).toBe('not_carried')
  })

  it('[DE19] of two thirds is reached at exactly two thirds', () => {
    expect(of('two_thirds', [4, 2])).toBe('carried')
    expect(of('two_thirds', [5, 3])).toBe('not_carried')
    expect(of('two_thirds', [6, 3, 3])).toBe('carried')
  })

  it('[DE20] absolute counts who did not vote', () => {
    expect(of('absolute', [6, 0])).toBe('not_carried')
    expect(of('absolute', [7, 5])).toBe('carried')
  })
})

describe('score', () => {
  it('[DE21] shows mean, spread and range', () => {
    // A: 5, 3, 1 → mean 3, variance (4 + 0 + 4) / 3, spread 1.6. B: 2, 2, 2.
    const ballots = [5, 3, 1].map((a) => scored({ a, b: 2 }))
    const { rows, outcome, words } = tally('score', ballots)
    expect(rows[0]).toMatchObject({ value: 3, words: 'mean 3.0, spread 1.6, from 1 to 5' })
    expect(rows[1]).toMatchObject({ value: 2, words: 'mean 2.0, spread 0.0, from 2 to 2' })
    expect({ outcome, words }).toEqual({
      outcome: 'chosen',
      words: 'Chosen: “A”, with a mean of 3.0 out of 5.',
    })
  })

  it('[DE22] names a tie', () => {
    const ballots = [scored({ a: 5, b: 0, c: 1 }), scored({ a: 0, b: 5, c: 1 })]
    const result = tally('score', ballots, { rules: rulesOf('ABC') })
    expect(result).toMatchObject({ outcome: 'tied' })
    expect(result.words).toBe('Tied: “A” and “B”, each with a mean of 2.5 out of 5.')
  })
})

describe('dots', () => {
  it('[DE23] are a third of the options, rounded up', () => {
    expect([2, 3, 4, 6, 7, 20].map(usualDots)).toEqual([1, 1, 2, 2, 3, 7])
  })

  it('[DE24] choose the option with the most, or name the tied', () => {
    const clear = tally('dot', [dotted({ a: 2, b: 1 }), dotted({ b: 1, a: 1 }), ABSTAIN])
    expect(clear).toMatchObject({ outcome: 'chosen', rows: [{ value: 3 }, { value: 2 }] })
    expect(clear.words).toBe('Chosen: “A”, with 3 dots.')
    expect(tally('dot', [dotted({ a: 1 }), dotted({ b: 1 })]).words).toBe(
      'Tied: “A” and “B”, each with 1 dot.',
    )
  })
})

describe('ranked choice', () => {
  it('[DE25] [DE26] moves the ballots of who goes out, until one has more than half', () => {
    // 4 ABC, 3 BCA, 2 CBA: C goes, its 2 go to B, B wins 5 to 4.
    const ballots = [...ranked('abc', 4), ...ranked('bca', 3), ...ranked('cba', 2)]
    const result = tally('ranked', ballots, { rules: rulesOf('ABC') })
    expect(result.rounds).toEqual([
      {
        votes: [
          { optionId: 'a', votes: 4 },
          { optionId: 'b', votes: 3 },
          { optionId: 'c', votes: 2 },
        ],
        exhausted: 0,
        eliminated: ['c'],
        note: '',
      },
      {
        votes: [
          { optionId: 'a', votes: 4 },
          { optionId: 'b', votes: 5 },
        ],
        exhausted: 0,
        eliminated: [],
        note: '',
      },
    ])
    expect(result.words).toBe('Chosen: “B”, after 2 rounds.')
  })

  it('[DE26] sets exhausted ballots aside: more than half of those that still stand is enough', () => {
    const ballots = [...ranked('a', 3), ...ranked('b', 2), ...ranked('c', 2), ...ranked('cb')]
    // B goes with 2, exhausted; then A 3 and C 3 of 6 are tied; A had no more in round 1: 3 and 3.
    const { rounds } = tally('ranked', ballots, { rules: rulesOf('ABC') })
    expect(rounds[1]).toMatchObject({ exhausted: 2 })
  })

  it('[DE27] settles a tie for going by the latest earlier round that differs', () => {
    // A 6, B 4, C 3, D 2. D goes; one to C, one exhausted: B 4, C 4 are tied, and C had fewer before.
    const ballots = [
      ...ranked('a', 6),
      ...ranked('b', 4),
      ...ranked('cb', 3),
      ...ranked('dc'),
      ...ranked('d'),
    ]
    const { rounds } = tally('ranked', ballots, { rules: rulesOf('ABCD') })
    expect(rounds[1]).toMatchObject({
      eliminated: ['c'],
      note: 'A tie, settled by an earlier round.',
    })
  })

  it('[DE27] then by Borda points, then takes the tied out together, and names a tie at the end', () => {
    const rules = rulesOf('ABC')
    const byBorda = [...ranked('abc', 3), ...ranked('bac', 2), ...ranked('cab', 2)]
    // B and C have 2 each; B has 2·2 + 3·1 = 7 points, C 2·2 = 4.
    expect(tally('ranked', byBorda, { rules }).rounds[0]).toMatchObject({
      eliminated: ['c'],
      note: 'A tie, settled by Borda points.',
    })
    const together = [...ranked('a', 2), ...ranked('b'), ...ranked('c')]
    expect(tally('ranked', together, { rules })).toMatchObject({
      outcome: 'chosen',
      rounds: [{ eliminated: ['b', 'c'] }, { exhausted: 2 }],
    })
    expect(tally('ranked', [...ranked('ab'), ...ranked('ba')]).words).toBe(
      'Tied: “A” and “B”, after 1 round.',
    )
  })

  it('[DE29] shows Borda points for information', () => {
    const { rows } = tally('ranked', [...ranked('abc'), ...ranked('ba')], { rules: rulesOf('ABC') })
    expect(rows.map(({ words }) => words.split(', ').at(-1))).toEqual([
      '3 Borda points',
      '3 Borda points',
      '0 Borda points',
    ])
  })
})

describe('sense check', () => {
  it('[DE30] shows the levels and says that it is not binding', () => {
    const ballots = [0, 3, 3, 5].map((level): Ballot => ({ type: 'level', level }))
    const result = tally('sense_check', ballots)
    expect(result.rows.map(({ value }) => value)).toEqual([1, 0, 0, 2, 0, 1])
    expect(result).toMatchObject({
      outcome: 'sense',
      words: 'Not binding: 3 of 4 are at 3 or above.',
    })
  })
})
