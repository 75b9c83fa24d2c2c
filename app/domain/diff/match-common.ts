import { diffArrays } from 'diff'

/** The place of something in one list, and of the same in the other. */
export type Pair = readonly [number, number]

/** Up to here every pair is looked at, which takes a few milliseconds. */
const MAX_CELLS = 4_000_000
/** Longer lists that differ in more than this were not edited but made anew; looking further would only take time. */
const MAX_EDITS = 600

/** The longest row of things that two lists have in common, in the order of both; null when there is too little to find. */
export function matchCommon(before: readonly string[], after: readonly string[]): Pair[] | null {
  const start = countAlike(before, after)
  const end = countAlike(before.slice(start).reverse(), after.slice(start).reverse())
  const old = before.slice(start, before.length - end)
  const now = after.slice(start, after.length - end)
  const middle = old.length * now.length <= MAX_CELLS ? matchAll(old, now) : matchFew(old, now)
  if (!middle) return null
  return [
    ...Array.from({ length: start }, (_, at): Pair => [at, at]),
    ...middle.map(([i, j]): Pair => [i + start, j + start]),
    ...Array.from({ length: end }, (_, at): Pair => [
      before.length - end + at,
      after.length - end + at,
    ]),
  ]
}

function countAlike(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length)
  let alike = 0
  while (alike < most && before[alike] === after[alike]) alike += 1
  return alike
}

function matchAll(before: readonly string[], after: readonly string[]): Pair[] {
  const [old, now] = numberThings(before, after)
  const table = measureEnds(old, now)
  const width = now.length + 1
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    const at = i * width + j
    if (old[i] === now[j]) pairs.push([i++, j++])
    else if ((table[at + width] ?? 0) >= (table[at + 1] ?? 0)) i += 1
    else j += 1
  }
  return pairs
}

/** How much two ends have in common, for every pair of places, filled from the last one. */
function measureEnds(old: Uint32Array, now: Uint32Array): Uint16Array {
  const width = now.length + 1
  const table = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1, at = i * width + j; j >= 0; j -= 1, at -= 1) {
      const down = table[at + width] ?? 0
      const right = table[at + 1] ?? 0
      if (old[i] === now[j]) table[at] = (table[at + width + 1] ?? 0) + 1
      else table[at] = down > right ? down : right
    }
  }
  return table
}

/** Numbers are compared faster than words. */
function numberThings(...lists: readonly (readonly string[])[]): [Uint32Array, Uint32Array] {
  const known = new Map<string, number>()
  const [old = [], now = []] = lists.map((list) =>
    list.map((thing) => {
      const number = known.get(thing) ?? known.size
      known.set(thing, number)
      return number
    }),
  )
  return [Uint32Array.from(old), Uint32Array.from(now)]
}

function matchFew(before: readonly string[], after: readonly string[]): Pair[] | null {
  const changes = diffArrays([...before], [...after], { maxEditLength: MAX_EDITS })
  if (!changes) return null
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const { added, removed, value } of changes) {
    const [from, to] = [i, j]
    if (!added && !removed) pairs.push(...value.map((_, n): Pair => [from + n, to + n]))
    if (!added) i += value.length
    if (!removed) j += value.length
  }
  return pairs
}
