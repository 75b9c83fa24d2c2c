import type { Majority, VotingRules } from './decision'
import { countOf } from './count-words'
import type { Ballots, Counted } from './tally'

const NEEDED: Record<Majority, string> = {
  simple: 'more than half of the votes, abstentions not counted',
  two_thirds: 'two thirds of the votes, abstentions not counted',
  absolute: 'more than half of everyone entitled',
}

/** SPEC.md DE18–DE20. In whole numbers, so that exactly half and exactly two thirds are what they say. */
export function countMajority(
  { options, majority }: VotingRules,
  { entitled, ballots }: Ballots,
): Counted {
  const chosen = ballots.flatMap((b) => (b.type === 'option' ? [b.optionId] : []))
  const counted = options.map((option) => ({
    ...option,
    value: chosen.filter((id) => id === option.id).length,
  }))
  const winner = counted.find(({ value }) =>
    hasMajority(value, { majority, taking: chosen.length, entitled }),
  )
  const of = majority === 'absolute' ? entitled : chosen.length
  const rows = counted.map(({ id, label, value }) => ({
    id,
    label,
    value,
    words: countOf(value, 'vote'),
    share: of > 0 ? value / of : 0,
    isWinner: id === winner?.id,
  }))
  const words = winner
    ? `Carried: “${winner.label}” has ${winner.value} of ${of}${majority === 'absolute' ? ' entitled' : ' votes'}, ${NEEDED[majority]}.`
    : `Not carried: no option has ${NEEDED[majority]}.`
  return { outcome: winner ? 'carried' : 'not_carried', words, rows, rounds: [] }
}

interface Basis {
  readonly majority: Majority
  /** Votes that took a side. */
  readonly taking: number
  readonly entitled: number
}

function hasMajority(votes: number, { majority, taking, entitled }: Basis): boolean {
  if (votes === 0) return false
  switch (majority) {
    case 'simple':
      return votes * 2 > taking
    case 'two_thirds':
      return votes * 3 >= taking * 2
    case 'absolute':
      return votes * 2 > entitled
  }
}
