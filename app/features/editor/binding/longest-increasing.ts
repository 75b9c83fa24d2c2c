/**
 * Positions of a longest strictly increasing subsequence, negative values left out.
 * For a list of old indices it names the largest set of items that kept their order.
 */
export function findLongestIncreasing(sequence: readonly number[]): Set<number> {
  /** tails[k]: where the best run of length k + 1 ends. */
  const tails: number[] = []
  const before = new Map<number, number>()
  sequence.forEach((value, at) => {
    if (value < 0) return
    const length = countSmaller(tails, sequence, value)
    const previous = tails[length - 1]
    if (previous !== undefined) before.set(at, previous)
    tails[length] = at
  })
  const kept = new Set<number>()
  for (let at = tails.at(-1); at !== undefined; at = before.get(at)) kept.add(at)
  return kept
}

/** How many runs end in something smaller: binary search, as their ends increase. */
function countSmaller(
  tails: readonly number[],
  sequence: readonly number[],
  value: number,
): number {
  let low = 0
  let high = tails.length
  while (low < high) {
    const middle = (low + high) >> 1
    const end = tails[middle]
    if (end !== undefined && (sequence[end] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
