import { line } from 'd3-shape'
import type { SparkSeries } from '../../../domain/metrics/chart-series'
import { formatValue } from '../../../domain/numbers/format-number'
import { linear } from './linear'
import { PointShape, round } from './point-shape'

const WIDTH = 132
const HEIGHT = 44
const EDGE = 7

/** A metric in the size of a word: its course, its last point in the shape of its kind, its target. */
export function Sparkline({ series }: { readonly series: SparkSeries }) {
  const { points, target } = series
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]))
  if (values.length === 0) return null
  const heights = target === null ? values : [...values, target]
  const starts = points.map((point) => Date.parse(point.start))
  const x = linear([Math.min(...starts), Math.max(...starts)], [EDGE, WIDTH - EDGE])
  const y = linear([Math.min(...heights), Math.max(...heights)], [HEIGHT - EDGE, EDGE])
  const path = line<SparkSeries['points'][number]>()
    .defined((point) => point.value !== null)
    .x((point) => round(x(Date.parse(point.start))))
    .y((point) => round(y(point.value ?? 0)))
  const last = points.findLast((point) => point.value !== null)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={describe(series)}
    >
      {target === null ? null : (
        <line
          x1={0}
          x2={WIDTH}
          y1={round(y(target))}
          y2={round(y(target))}
          stroke="#b3261e"
          strokeWidth={1.5}
          strokeDasharray="2 3"
        />
      )}
      <path d={path([...points]) ?? ''} fill="none" stroke="#5b6670" strokeWidth={1.5} />
      {last?.value === null || last === undefined ? null : (
        <PointShape type={last.type} x={x(Date.parse(last.start))} y={y(last.value)} />
      )}
    </svg>
  )
}

function describe(series: SparkSeries): string {
  const { points } = series
  const readable = points.filter((point) => point.value !== null)
  const [first, last] = [readable[0], readable.at(-1)]
  if (!first || !last) return ''
  if (first === last) return `One value: ${formatValue(last, series)} in ${last.label}`
  return `${readable.length} values, from ${formatValue(first, series)} in ${first.label} to ${formatValue(last, series)} in ${last.label}`
}
