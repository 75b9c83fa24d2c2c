import type * as Y from 'yjs'

/**
 * Where characters stand after a change: `places` are their indexes before it, rising, with -1 for
 * those already gone. UTF-16 units throughout.
 */
export function mapThrough(places: readonly number[], delta: Y.YTextEvent['delta']): number[] {
  const mapped = [...places]
  let before = 0
  let shift = 0
  let next = 0
  const take = (until: number, move: (place: number) => number) => {
    for (; next < mapped.length && (mapped[next] ?? -1) < until; next += 1) {
      const place = mapped[next] ?? -1
      if (place >= 0) mapped[next] = move(place)
    }
  }
  for (const { retain = 0, delete: removed = 0, insert } of delta) {
    if (retain > 0) take(before + retain, (place) => place + shift)
    if (removed > 0) take(before + removed, () => -1)
    before += retain + removed
    shift += (typeof insert === 'string' ? insert.length : 0) - removed
  }
  take(Number.POSITIVE_INFINITY, (place) => place + shift)
  return mapped
}
