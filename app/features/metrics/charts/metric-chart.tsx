import type { ChartSeries } from '../../../domain/metrics/chart-series'
import { formatValue, joinUnit } from '../../../domain/numbers/format-number'
import {
  type ChartLayout,
  type ChartSize,
  type LineKind,
  type PlacedLine,
  type PlacedPoint,
  WIDE,
  layOutChart,
} from './lay-out-chart'
import { PointShape, round } from './point-shape'

interface MetricChartProps {
  readonly series: ChartSeries
  /** What the chart says, for people who do not see it. */
  readonly name: string
  readonly size?: ChartSize
}

const STROKES: Record<LineKind, { stroke: string; strokeWidth: number; strokeDasharray?: string }> =
  {
    mean: { stroke: '#1f2933', strokeWidth: 1.5 },
    limit: { stroke: '#4a5560', strokeWidth: 1.25, strokeDasharray: '6 4' },
    target: { stroke: '#b3261e', strokeWidth: 2, strokeDasharray: '2 3' },
  }

/** As the target it leads to, in longer dashes. */
export const COURSE_LOOK = { stroke: '#b3261e', strokeWidth: 1.25, strokeDasharray: '8 4' }

/**
 * A control chart, or a run chart with intervals where the rules do not apply. Props in, SVG out: the same
 * drawing serves pages and exports, so every colour and size is written on the elements themselves.
 */
export function MetricChart({ series, name, size = WIDE }: MetricChartProps) {
  const layout = layOutChart(series, size)
  const { width, height, margin, text } = size
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="metric-chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={name}
      fontFamily="'Inter Variable', Inter, Arial, sans-serif"
      fontSize={text}
      fill="#1f2933"
    >
      <text x={0} y={text} fill="#4a5560">
        {axisTitle(series)}
      </text>
      <Axes layout={layout} size={size} />
      {layout.rebases.map(({ x, words }) => (
        <line
          key={x}
          className="metric-chart-rebase"
          x1={round(x)}
          x2={round(x)}
          y1={margin.top}
          y2={height - margin.bottom}
          stroke="#77828c"
          strokeDasharray="1 3"
        >
          <title>{words}</title>
        </line>
      ))}
      {layout.lines.map((placed) => (
        <ControlLine key={`${placed.kind}${placed.x1}${placed.y}`} placed={placed} />
      ))}
      {layout.labels.map(({ kind, words, y }) => (
        <text
          key={words}
          x={width - margin.right + 6}
          y={round(y + text / 3)}
          fill={STROKES[kind].stroke}
          fontWeight={kind === 'limit' ? 400 : 600}
        >
          {words}
        </text>
      ))}
      <Course points={layout.points} />
      <path
        className="metric-chart-line"
        d={joinPoints(layout.points)}
        fill="none"
        stroke="#5b6670"
        strokeWidth={1.5}
      />
      {layout.points.map((placed) => (
        <Reading key={placed.point.start} placed={placed} series={series} size={size} />
      ))}
    </svg>
  )
}

/** The way to the target, so that being on course can be seen. */
function Course({ points }: { readonly points: readonly PlacedPoint[] }) {
  const d = joinHeights(points, ({ plannedY }) => plannedY)
  if (!d || points.filter(({ plannedY }) => plannedY !== null).length < 2) return null
  return <path className="metric-chart-course" d={d} fill="none" {...COURSE_LOOK} />
}

function axisTitle({ unit }: ChartSeries): string {
  const words = joinUnit('', unit).trim()
  return words === '%' ? 'Per cent' : words.replace(/^[a-z]/, (letter) => letter.toUpperCase())
}

function Axes({ layout, size }: { readonly layout: ChartLayout; readonly size: ChartSize }) {
  const { width, height, margin, text } = size
  return (
    <g className="metric-chart-axes" fill="#4a5560">
      {layout.yTicks.map(({ y, words }) => (
        <g key={words}>
          <line
            x1={margin.left}
            x2={width - margin.right}
            y1={round(y)}
            y2={round(y)}
            stroke="#e4e8eb"
          />
          <text x={margin.left - 8} y={round(y + text / 3)} textAnchor="end">
            {words}
          </text>
        </g>
      ))}
      {layout.xTicks.map(({ x, words }) => (
        <text key={words} x={round(x)} y={height - margin.bottom + text + 8} textAnchor="middle">
          {words}
        </text>
      ))}
    </g>
  )
}

function ControlLine({ placed }: { readonly placed: PlacedLine }) {
  const { kind, x1, x2, y } = placed
  return <line x1={round(x1)} x2={round(x2)} y1={round(y)} y2={round(y)} {...STROKES[kind]} />
}

interface ReadingProps {
  readonly placed: PlacedPoint
  readonly series: ChartSeries
  readonly size: ChartSize
}

function Reading({ placed, series, size }: ReadingProps) {
  const { point, x, y, lowerY, upperY } = placed
  if (y === null) return <SuppressedMark x={x} label={point.label} size={size} />
  const title = `${point.label}: ${formatValue(point, series)}`
  return (
    <g>
      {lowerY !== null && upperY !== null ? (
        <path
          d={`M${round(x - 5)} ${round(lowerY)}h10M${round(x)} ${round(lowerY)}V${round(upperY)}M${round(x - 5)} ${round(upperY)}h10`}
          fill="none"
          stroke="#4a5560"
          strokeWidth={1.5}
        />
      ) : null}
      <PointShape type={point.type} x={x} y={y} title={title} isWorkedOut={point.isWorkedOut} />
    </g>
  )
}

/** A suppressed value stands on the axis as the letter c: it is known, and it is not zero. */
function SuppressedMark({
  x,
  label,
  size,
}: {
  readonly x: number
  readonly label: string
  readonly size: ChartSize
}) {
  return (
    <text
      x={round(x)}
      y={size.height - size.margin.bottom - 6}
      textAnchor="middle"
      fontWeight={600}
      fill="#4a5560"
    >
      <title>{`${label}: suppressed`}</title>c
    </text>
  )
}

/** The line breaks at a suppressed value and where a new group of limits begins. */
function joinPoints(points: readonly PlacedPoint[]): string {
  return splitGroups(points)
    .map((group) => joinHeights(group, ({ y }) => y))
    .join('')
}

/** Straight from point to point; a point without a height breaks the line. */
function joinHeights(
  points: readonly PlacedPoint[],
  heightOf: (placed: PlacedPoint) => number | null,
): string {
  let isDrawing = false
  let path = ''
  for (const placed of points) {
    const height = heightOf(placed)
    if (height !== null) path += `${isDrawing ? 'L' : 'M'}${round(placed.x)},${round(height)}`
    isDrawing = height !== null
  }
  return path
}

function splitGroups(points: readonly PlacedPoint[]): PlacedPoint[][] {
  const groups: PlacedPoint[][] = []
  let before: number | undefined
  for (const placed of points) {
    const group = placed.point.control?.group ?? before
    const current = groups.at(-1)
    if (!current || (before !== undefined && group !== before)) groups.push([placed])
    else current.push(placed)
    before = group
  }
  return groups
}
