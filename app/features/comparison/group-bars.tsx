import {
  type AreaReading,
  type Compared,
  type Reading,
  valueOf,
} from '../../domain/comparison/area-reading'
import type { Ends } from '../../domain/comparison/compare-groups'
import { formatValue } from '../../domain/numbers/format-number'

interface GroupBarsProps {
  readonly readings: readonly AreaReading[]
  /** Marked by a darker bar with an edge, and named beneath the chart. */
  readonly ends: Ends | null
  /** A line across all bars. */
  readonly everybody: Reading | null
  readonly metric: Compared
  /** What the chart says, for people who do not see it. */
  readonly name: string
  readonly isNarrow: boolean
}

interface Shape {
  readonly width: number
  readonly left: number
  readonly right: number
  readonly row: number
  /** From the top of a row to its bar: names stand above the bars where there is little room. */
  readonly barAt: number
}

const WIDE: Shape = { width: 1000, left: 320, right: 110, row: 30, barAt: 6 }
const NARROW: Shape = { width: 320, left: 0, right: 96, row: 46, barAt: 20 }
const BAR = 18
const TOP = 28

type Scale = (value: number) => number

/** Each group a bar with its interval, across them the value of everybody. Colours and sizes stand on the elements. */
export function GroupBars(props: GroupBarsProps) {
  const { readings, ends, everybody, metric, name, isNarrow } = props
  const shape = isNarrow ? NARROW : WIDE
  const height = TOP + readings.length * shape.row + 6
  const scale = scaleOf([...readings.map(({ reading }) => reading), everybody], shape)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="group-chart"
      viewBox={`0 0 ${shape.width} ${height}`}
      width={shape.width}
      height={height}
      role="img"
      aria-label={name}
      fontFamily="'Inter Variable', Inter, Arial, sans-serif"
      fontSize={14}
      fill="#1f2933"
    >
      {readings.map(({ area, reading }, at) => (
        <Bar
          key={area.id}
          name={area.name}
          shown={shownOf(reading, metric)}
          reading={reading}
          isEnd={area.id === ends?.first.key || area.id === ends?.second.key}
          place={{ y: TOP + at * shape.row, shape, scale }}
        />
      ))}
      <Everybody
        reading={everybody}
        metric={metric}
        bars={readings.flatMap(({ reading }, at) =>
          typeof valueOf(reading) === 'number' ? TOP + at * shape.row + shape.barAt : [],
        )}
        place={{ y: height, shape, scale }}
      />
    </svg>
  )
}

function scaleOf(readings: readonly (Reading | null)[], { width, left, right }: Shape): Scale {
  const heights = readings.flatMap((reading) => [reading?.value ?? 0, reading?.upper95 ?? 0])
  const most = Math.max(...heights, 0) || 1
  return (value) => round(left + (Math.max(0, value) / most) * (width - left - right))
}

function shownOf(reading: Reading | null, metric: Compared): string {
  return valueOf(reading) === 'suppressed'
    ? 'c (suppressed)'
    : formatValue({ value: reading?.value ?? null }, metric)
}

interface Place {
  readonly y: number
  readonly shape: Shape
  readonly scale: Scale
}

interface BarProps {
  readonly name: string
  readonly shown: string
  readonly reading: Reading | null
  readonly isEnd: boolean
  readonly place: Place
}

function Bar({ name, shown, reading, isEnd, place: { y, shape, scale } }: BarProps) {
  const value = valueOf(reading)
  const isBeside = shape.left > 0
  const weight = isEnd ? 700 : 400
  const middle = y + shape.barAt + BAR / 2
  return (
    <g>
      <text
        x={isBeside ? shape.left - 10 : 0}
        y={isBeside ? middle + 5 : y + 14}
        textAnchor={isBeside ? 'end' : 'start'}
        fontWeight={weight}
      >
        {name}
      </text>
      {typeof value === 'number' ? (
        <rect
          className="group-chart-bar"
          x={shape.left}
          y={y + shape.barAt}
          width={Math.max(1, scale(value) - shape.left)}
          height={BAR}
          fill={isEnd ? '#0b4f54' : '#b4c4c6'}
          stroke="#1f2933"
          strokeWidth={isEnd ? 1.5 : 0}
        >
          <title>{`${name}: ${shown}`}</title>
        </rect>
      ) : null}
      <Interval reading={reading} scale={scale} y={middle} />
      <text
        x={typeof value === 'number' ? shape.width - shape.right + 10 : shape.left + 6}
        y={middle + 5}
        fontWeight={weight}
      >
        {shown}
      </text>
    </g>
  )
}

interface IntervalProps extends Pick<Place, 'scale' | 'y'> {
  readonly reading: Reading | null
}

/** On a white ground, to be seen on a dark bar too. */
function Interval({ reading, scale, y }: IntervalProps) {
  if (!reading || reading.lower95 === null || reading.upper95 === null) return null
  const [from, to] = [scale(reading.lower95), scale(reading.upper95)]
  const path = `M${from} ${y - 4}v8M${from} ${y}H${to}M${to} ${y - 4}v8`
  return (
    <>
      <path d={path} fill="none" stroke="#ffffff" strokeWidth={4} />
      <path className="group-chart-line" d={path} fill="none" stroke="#1f2933" strokeWidth={1.5} />
    </>
  )
}

interface EverybodyProps {
  readonly reading: Reading | null
  readonly metric: Compared
  /** From the top, of each that is drawn. */
  readonly bars: readonly number[]
  readonly place: Place
}

function Everybody({ reading, metric, bars, place: { y, shape, scale } }: EverybodyProps) {
  const value = valueOf(reading)
  if (typeof value !== 'number') return null
  const x = scale(value)
  const words = `Everybody ${formatValue({ value }, metric)}`
  const isLeft = x < shape.left + 70
  // Names that stand above their bars are not crossed out.
  const line =
    shape.left > 0
      ? `M${x} ${TOP - 6}V${y - 4}`
      : bars.map((bar) => `M${x} ${bar - 3}v${BAR + 6}`).join('')
  return (
    <>
      <path
        className="group-chart-line"
        d={line}
        stroke="#1f2933"
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
      <text x={isLeft ? shape.left : x} y={16} textAnchor={isLeft ? 'start' : 'middle'}>
        {words}
      </text>
    </>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
