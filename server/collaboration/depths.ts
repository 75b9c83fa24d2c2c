import type * as Y from 'yjs'
import type { Base, Place } from './edit-places'
import { ASSUMED_DEPTH, MAX_DEPTH } from './limits'

/** Ids in a row that stand equally deep. `to` is the first clock after them. */
interface Stretch {
  readonly from: number
  to: number
  readonly depth: number
}

/**
 * How deep things stand, without a document: what is not known is taken for `ASSUMED_DEPTH`, deeper than people write,
 * and only what was seen deeper than that is remembered. SPEC.md CO92.
 */
export class Depths {
  private readonly clients = new Map<number, Stretch[]>()

  /** How many stretches are remembered. */
  get size(): number {
    return [...this.clients.values()].reduce((sum, stretches) => sum + stretches.length, 0)
  }

  /** False when something of it stands too deep, and then nothing is remembered. */
  take(places: ReadonlyMap<Y.Item, Place>): boolean {
    const found: { item: Y.Item; depth: number }[] = []
    for (const [item, { base, levels }] of places) {
      const depth = this.depthOf(base) + levels
      if (depth > MAX_DEPTH) return false
      if (depth > ASSUMED_DEPTH) found.push({ item, depth })
    }
    for (const { item, depth } of found) this.remember(item, depth)
    return true
  }

  private depthOf(base: Base): number {
    if (base && 'root' in base) return 0
    if (!base) return ASSUMED_DEPTH
    const { client, clock } = 'inside' in base ? base.inside : base.beside
    const stretches = this.clients.get(client)
    const stretch = stretches?.[findLast(stretches, clock)]
    return stretch && clock < stretch.to ? stretch.depth : ASSUMED_DEPTH
  }

  private remember({ id, length }: Y.Item, depth: number): void {
    const to = id.clock + length
    const stretches = this.clients.get(id.client)
    if (!stretches) {
      this.clients.set(id.client, [{ from: id.clock, to, depth }])
      return
    }
    const at = findLast(stretches, id.clock)
    const before = stretches[at]
    if (before && before.to > id.clock) return
    if (before?.to === id.clock && before.depth === depth) before.to = to
    else stretches.splice(at + 1, 0, { from: id.clock, to, depth })
  }
}

/** The place of the last stretch that begins at or before `clock`; -1 when there is none. */
function findLast(stretches: readonly Stretch[], clock: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    const stretch = stretches[middle]
    if (stretch && stretch.from <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}
