import { matchCommon } from './match-common'

export interface Ordered {
  readonly id: string
  readonly in: 'both' | 'before' | 'after'
  /** It stands elsewhere among those that are in both. */
  readonly isMoved: boolean
}

/** Ids in the order of the second list; those that are gone stand where they stood. */
export function compareOrder(before: readonly string[], after: readonly string[]): Ordered[] {
  const [old, now] = [new Set(before), new Set(after)]
  const pairs = matchCommon(before, after) ?? []
  const order: Ordered[] = []
  let [i, j] = [0, 0]
  for (const [at, to] of [...pairs, [before.length, after.length] as const]) {
    for (const id of before.slice(i, at))
      if (!now.has(id)) order.push({ id, in: 'before', isMoved: false })
    for (const id of after.slice(j, to)) {
      order.push({ id, in: old.has(id) ? 'both' : 'after', isMoved: old.has(id) })
    }
    const stayed = after[to]
    if (stayed !== undefined) order.push({ id: stayed, in: 'both', isMoved: false })
    i = at + 1
    j = to + 1
  }
  return order
}
