export type Scale = (value: number) => number

/**
 * From values to places on a drawing, in proportion; a range of a single value stands in the middle. The scales of
 * d3 can do the same, and bring colours, dates and number formats with them, which every page would have to load.
 */
export function linear(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [from, to] = domain
  const [start, end] = range
  if (from === to) return () => (start + end) / 2
  return (value) => start + ((value - from) / (to - from)) * (end - start)
}
