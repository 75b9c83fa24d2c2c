import type { DecisionOption, OutcomeCode } from './decision'
import { listNames } from './count-words'

interface Totalled extends DecisionOption {
  readonly value: number
}

interface Most {
  readonly outcome: OutcomeCode
  readonly words: string
  readonly winnerIds: readonly string[]
}

/** Who has the most; several with the same are named as tied, and nobody is chosen (SPEC.md DE22, DE24). */
export function findMost(totals: readonly Totalled[], what: (value: number) => string): Most {
  const most = Math.max(...totals.map(({ value }) => value))
  const top = totals.filter(({ value }) => value === most)
  const winnerIds = top.map(({ id }) => id)
  const names = listNames(top.map(({ label }) => label))
  return top.length === 1
    ? { outcome: 'chosen', words: `Chosen: ${names}, with ${what(most)}.`, winnerIds }
    : { outcome: 'tied', words: `Tied: ${names}, each with ${what(most)}.`, winnerIds }
}
