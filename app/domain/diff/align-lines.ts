import { matchCommon, type Pair } from './match-common'
import { type KnownLine, measureSimilarity } from './similarity'

export type Aligned =
  | { readonly state: 'same' | 'changed'; readonly before: KnownLine; readonly after: KnownLine }
  | { readonly state: 'deleted'; readonly before: KnownLine }
  | { readonly state: 'inserted'; readonly after: KnownLine }

/** More than half of the words. */
const ALIKE = 0.5
/** Above this many pairs only neighbours are looked at. */
const MAX_PAIRS = 10_000
const NEIGHBOURS = 6

interface Side {
  readonly lines: readonly KnownLine[]
  /** The next one to be told. */
  next: number
}

/** Which line of one text is which line of the other. SPEC.md, DF6, DF8. */
export function alignLines(before: readonly KnownLine[], after: readonly KnownLine[]): Aligned[] {
  const aligned: Aligned[] = []
  const old: Side = { lines: before, next: 0 }
  const now: Side = { lines: after, next: 0 }
  for (const [i, j] of matchEqual(before, after)) {
    aligned.push(...alignChanged(takeUntil(old, i), takeUntil(now, j)), ...takeSame(old, now))
  }
  aligned.push(...alignChanged(takeUntil(old, before.length), takeUntil(now, after.length)))
  return aligned
}

function takeUntil(side: Side, end: number): readonly KnownLine[] {
  const taken = side.lines.slice(side.next, end)
  side.next = end
  return taken
}

function takeSame(old: Side, now: Side): Aligned[] {
  const before = old.lines[old.next]
  const after = now.lines[now.next]
  old.next += 1
  now.next += 1
  return before && after ? [{ state: 'same', before, after }] : []
}

/** Pairs of equal lines in the order of both. A line whose like is nowhere in the other text need not be looked for. */
function matchEqual(before: readonly KnownLine[], after: readonly KnownLine[]): Pair[] {
  const old = listCommon(before, after)
  const now = listCommon(after, before)
  const keysOf = (side: readonly KnownLine[], at: readonly number[]) =>
    at.map((index) => side[index]?.key ?? '')
  const pairs = matchCommon(keysOf(before, old), keysOf(after, now)) ?? []
  return pairs.map(([i, j]) => [old[i] ?? 0, now[j] ?? 0])
}

function listCommon(lines: readonly KnownLine[], others: readonly KnownLine[]): number[] {
  const known = new Set(others.map(({ key }) => key))
  return lines.flatMap(({ key }, index) => (known.has(key) ? [index] : []))
}

/** Between two equal lines: those that are alike belong together, in their order. */
function alignChanged(before: readonly KnownLine[], after: readonly KnownLine[]): Aligned[] {
  const pairs =
    before.length * after.length <= MAX_PAIRS
      ? matchBest(before, after)
      : matchNeighbours(before, after)
  const aligned: Aligned[] = []
  let [i, j] = [0, 0]
  const tellUntil = (endBefore: number, endAfter: number) => {
    for (const line of before.slice(i, endBefore)) aligned.push({ state: 'deleted', before: line })
    for (const line of after.slice(j, endAfter)) aligned.push({ state: 'inserted', after: line })
    i = endBefore
    j = endAfter
  }
  for (const [at, to] of pairs) {
    tellUntil(at, to)
    const [old, now] = [before[at], after[to]]
    if (old && now) {
      aligned.push({ state: old.key === now.key ? 'same' : 'changed', before: old, after: now })
    }
    i = at + 1
    j = to + 1
  }
  tellUntil(before.length, after.length)
  return aligned
}

/** The pairs that have the most in common together: the best way through a table of all of them. */
function matchBest(before: readonly KnownLine[], after: readonly KnownLine[]): Pair[] {
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const alike = new Float64Array((before.length + 1) * width)
  const at = (table: Float64Array, i: number, j: number) => table[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const similarity = measure(before[i], after[j])
      const together = similarity > ALIKE ? similarity + at(best, i + 1, j + 1) : 0
      alike[i * width + j] = together
      best[i * width + j] = Math.max(at(best, i + 1, j), at(best, i, j + 1), together)
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    const here = at(best, i, j)
    if (here > 0 && at(alike, i, j) === here) pairs.push([i++, j++])
    else if (at(best, i + 1, j) >= at(best, i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

function matchNeighbours(before: readonly KnownLine[], after: readonly KnownLine[]): Pair[] {
  const pairs: Pair[] = []
  let next = 0
  for (let i = 0; i < before.length; i += 1) {
    const end = Math.min(after.length, next + NEIGHBOURS)
    for (let j = next; j < end; j += 1) {
      if (measure(before[i], after[j]) <= ALIKE) continue
      pairs.push([i, j])
      next = j + 1
      break
    }
  }
  return pairs
}

function measure(a: KnownLine | undefined, b: KnownLine | undefined): number {
  return a && b ? measureSimilarity(a, b) : 0
}
