/** A set of Yjs ids, as sorted ranges per client. Knows which deletions are news without a document. */
export class IdRanges {
  private readonly clients = new Map<number, Range[]>()
  private units = 0

  /** How many ids are in the set. */
  get size(): number {
    return this.units
  }

  add(client: number, clock: number, length: number): void {
    const missing = this.missing(client, clock, length)
    if (missing.length === 0) return
    const ranges = this.clients.get(client) ?? []
    const first = findFirstTouching(ranges, clock)
    let last = first
    let from = clock
    let to = clock + length
    for (let range = ranges[last]; range && range.from <= to; range = ranges[++last]) {
      from = Math.min(from, range.from)
      to = Math.max(to, range.to)
    }
    ranges.splice(first, last - first, { from, to })
    this.clients.set(client, ranges)
    for (const part of missing) this.units += part.to - part.from
  }

  /** The same for many at once: a large document has thousands of deletions, in order. */
  addAll(client: number, added: readonly Range[]): void {
    if (this.clients.has(client) || !isInOrder(added)) {
      for (const { from, to } of added) this.add(client, from, to - from)
      return
    }
    this.clients.set(client, [...added])
    for (const { from, to } of added) this.units += to - from
  }

  /** The parts of a range that are not in the set. */
  missing(client: number, clock: number, length: number): Range[] {
    const ranges = this.clients.get(client) ?? []
    const end = clock + length
    const missing: Range[] = []
    let at = clock
    for (let index = findFirstTouching(ranges, clock); at < end; index += 1) {
      const range = ranges[index]
      if (!range || range.from >= end) break
      if (range.from > at) missing.push({ from: at, to: range.from })
      at = Math.max(at, range.to)
    }
    if (at < end) missing.push({ from: at, to: end })
    return missing
  }
}

/** `to` is the first clock after the range. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Each after the one before it, with something in between. */
function isInOrder(ranges: readonly Range[]): boolean {
  return ranges.every(({ from }, index) => index === 0 || from > (ranges[index - 1]?.to ?? from))
}

function findFirstTouching(ranges: readonly Range[], clock: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range && range.to < clock) low = middle + 1
    else high = middle
  }
  return low
}
