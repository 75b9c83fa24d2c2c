import { formatValue } from '../numbers/format-number'
import type { PointType } from '../spc/special-cause'
import type { ChartPoint, ChartSeries } from './chart-series'

export const SPARK_WIDTH = 132
export const SPARK_HEIGHT = 44
const EDGE = 7

/** A series in the size of a word, laid out: a page has dozens, and sends no more than what is drawn. */
export interface Spark {
  readonly path: string
  readonly targetY: number | null
  readonly last: { readonly x: number; readonly y: number; readonly type: PointType }
  /** For people who do not see it. */
  readonly name: string
}

type Known = ChartPoint & { readonly value: number }

/** Null when no value is known. */
export function drawSpark(series: ChartSeries): Spark | null {
  const { points, target } = series
  const known = points.filter((point): point is Known => point.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return null
  const starts = points.map((point) => Date.parse(point.start))
  const heights = known.map(({ value }) => value)
  const x = scale(starts, [EDGE, SPARK_WIDTH - EDGE])
  const y = scale(target === null ? heights : [...heights, target], [SPARK_HEIGHT - EDGE, EDGE])
  return {
    path: joinPoints(points, (at, value) => `${round(x(starts[at] ?? 0))} ${round(y(value))}`),
    targetY: target === null ? null : round(y(target)),
    last: { x: round(x(Date.parse(last.start))), y: round(y(last.value)), type: last.type },
    name: describe(series, { first, last, count: known.length }),
  }
}

/** A suppressed value breaks the line: its neighbours are not joined across it. */
function joinPoints(
  points: readonly ChartPoint[],
  place: (at: number, value: number) => string,
): string {
  let isOpen = false
  const parts = points.map(({ value }, at) => {
    if (value === null) {
      isOpen = false
      return ''
    }
    const part = `${isOpen ? 'L' : 'M'}${place(at, value)}`
    isOpen = true
    return part
  })
  return parts.join('')
}

/** In proportion; a range of one value stands in the middle. */
function scale(values: readonly number[], [start, end]: readonly [number, number]) {
  const [from, to] = [Math.min(...values), Math.max(...values)]
  if (from === to) return () => (start + end) / 2
  return (value: number) => start + ((value - from) / (to - from)) * (end - start)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function describe(
  series: ChartSeries,
  { first, last, count }: { first: Known; last: Known; count: number },
): string {
  if (first === last) return `One value: ${formatValue(last, series)} in ${last.label}`
  return `${count} values, from ${formatValue(first, series)} in ${first.label} to ${formatValue(last, series)} in ${last.label}`
}
