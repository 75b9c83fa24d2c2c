import { nice, ticks as listTicks } from 'd3-array'
import { formatNumber } from '../../domain/numbers/format-number'

export interface GapPoint {
  /** YYYY-MM-DD */
  readonly start: string
  readonly label: string
  /** Null where there is no gap. */
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

interface GapChartsProps {
  readonly points: readonly GapPoint[]
  /** The value that means no gap: 0 of a difference, 1 of a ratio. */
  readonly none: number
  readonly decimals: number
  /** What the chart says, for people who do not see it. */
  readonly name: string
}

const WIDE = { width: 480, height: 240 }
const NARROW = { width: 300, height: 220 }
const MARGIN = { top: 22, right: 26, bottom: 30, left: 44 }

/** A series of gaps in two shapes, of which a screen shows the one that fits. */
export function GapCharts(props: GapChartsProps) {
  if (props.points.every(({ value }) => value === null)) return null
  return (
    <>
      <div className="groups-page-wide">
        <GapChart {...props} size={WIDE} />
      </div>
      <div className="groups-page-narrow">
        <GapChart {...props} size={NARROW} />
      </div>
    </>
  )
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Placed {
  readonly point: GapPoint
  readonly x: number
  readonly y: number | null
}

type Scale = (value: number) => number

function GapChart({
  points,
  none,
  decimals,
  name,
  size,
}: GapChartsProps & { readonly size: Size }) {
  const [low, high] = rangeOf(points, none)
  const y = between([low, high], [size.height - MARGIN.bottom, MARGIN.top])
  const placed = placePoints(points, y, size)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="group-chart"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-label={name}
      fontFamily="'Inter Variable', Inter, Arial, sans-serif"
      fontSize={13}
      fill="#1f2933"
    >
      <ValueAxis range={[low, high]} y={y} none={none} width={size.width} />
      {chooseLabels(placed, size).map(({ x, point }) => (
        <text key={point.start} x={x} y={size.height - 8} textAnchor="middle" fill="#4a5560">
          {point.label}
        </text>
      ))}
      <path
        className="group-chart-line"
        d={drawLine(placed)}
        fill="none"
        stroke="#0b4f54"
        strokeWidth={2}
      />
      {placed.map((one) => (
        <Point key={one.point.start} placed={one} y={y} decimals={decimals} />
      ))}
      <EndLabels placed={placed} decimals={decimals} y={y} />
    </svg>
  )
}

function rangeOf(points: readonly GapPoint[], none: number): readonly [number, number] {
  const heights = points.flatMap(({ value, lower, upper }) => [value, lower, upper])
  const known = [...heights.filter((height) => height !== null), none]
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const [from, to] = nice(low, high === low ? low + 1 : high, 4)
  return [from, to]
}

function between(from: readonly [number, number], to: readonly [number, number]): Scale {
  return (value) => round(to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]))
}

function placePoints(points: readonly GapPoint[], y: Scale, { width }: Size): Placed[] {
  const times = points.map(({ start }) => Date.parse(start))
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  const edges = [MARGIN.left + 24, width - MARGIN.right - 14] as const
  const x = first === last ? () => (edges[0] + edges[1]) / 2 : between([first, last], edges)
  return points.map((point) => ({
    point,
    x: x(Date.parse(point.start)),
    y: point.value === null ? null : y(point.value),
  }))
}

/** As many as have room, counted from the last one. */
function chooseLabels(placed: readonly Placed[], { width }: Size): readonly Placed[] {
  const longest = Math.max(...placed.map(({ point }) => point.label.length)) * 7.5 + 14
  const room = Math.max(1, Math.floor((width - MARGIN.left) / longest))
  const step = Math.ceil(placed.length / room)
  return placed.filter((_, at) => (placed.length - 1 - at) % step === 0)
}

/** Where there is no gap to show, the line is broken. */
function drawLine(placed: readonly Placed[]): string {
  return placed
    .map(({ x, y }, at) => {
      if (y === null) return ''
      const before = placed[at - 1]
      return `${before && before.y !== null ? 'L' : 'M'}${x} ${y}`
    })
    .join('')
}

interface ValueAxisProps {
  readonly range: readonly [number, number]
  readonly y: Scale
  readonly none: number
  readonly width: number
}

function ValueAxis({ range, y, none, width }: ValueAxisProps) {
  const ticks = listTicks(range[0], range[1], 4)
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0)
  // A step of 0.05 needs two figures to be told from the next one.
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)))
  const right = width - MARGIN.right
  return (
    <g className="group-chart-axis">
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${MARGIN.left} ${y(tick)}H${right}`} stroke="#d3d9de" />
          <text x={MARGIN.left - 8} y={y(tick) + 4} textAnchor="end" fill="#4a5560">
            {formatNumber(tick, decimals)}
          </text>
        </g>
      ))}
      <path
        d={`M${MARGIN.left} ${y(none)}H${right}`}
        stroke="#4a5560"
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
      <text x={right} y={y(none) - 6} textAnchor="end" fill="#4a5560">
        no gap
      </text>
    </g>
  )
}

interface PointProps {
  readonly placed: Placed
  readonly y: Scale
  readonly decimals: number
}

function Point({ placed: { point, x, y: at }, y, decimals }: PointProps) {
  const { label, value, lower, upper } = point
  if (at === null || value === null) return null
  return (
    <>
      {lower === null || upper === null ? null : (
        <path
          className="group-chart-line"
          d={`M${x} ${y(lower)}V${y(upper)}M${x - 4} ${y(lower)}h8M${x - 4} ${y(upper)}h8`}
          stroke="#4a5560"
          strokeWidth={1.25}
        />
      )}
      <circle className="group-chart-bar" cx={x} cy={at} r={4.5} fill="#0b4f54">
        <title>{`${label}: ${formatNumber(value, decimals)}`}</title>
      </circle>
    </>
  )
}

/** The first and the last value in figures. */
function EndLabels({
  placed,
  decimals,
  y,
}: Omit<PointProps, 'placed'> & { placed: readonly Placed[] }) {
  const known = placed.filter(({ point }) => point.value !== null)
  const ends = [...new Set([known[0], known.at(-1)])]
  return ends.map((end) => {
    if (!end || end.point.value === null) return null
    const { value, upper } = end.point
    return (
      <text
        key={end.point.start}
        x={end.x}
        y={y(upper ?? value) - 8}
        textAnchor="middle"
        fontWeight={700}
        stroke="#ffffff"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {formatNumber(value, decimals)}
      </text>
    )
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
