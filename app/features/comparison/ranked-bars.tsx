import type { AreaReading, Compared } from '../../domain/comparison/area-reading'
import { type Ranking, formatRank } from '../../domain/comparison/rank-areas'
import { formatValue } from '../../domain/numbers/format-number'

interface RankedBarsProps {
  readonly ranking: Ranking
  readonly readings: readonly AreaReading[]
  readonly metric: Compared
  /** The area the page is about: marked, not only coloured. */
  readonly ownId: string
  /** What the chart says, for people who do not see it. */
  readonly name: string
  readonly isNarrow: boolean
}

const ROW = 22
const TEXT = 13

/** Areas in order, each a bar with its interval. Props in, SVG out: colours and sizes stand on the elements. */
export function RankedBars({ ranking, readings, metric, ownId, name, isNarrow }: RankedBarsProps) {
  const size = isNarrow
    ? { width: 340, left: 150, right: 62 }
    : { width: 1000, left: 360, right: 90 }
  const height = ranking.ranked.length * ROW + 8
  const byArea = new Map(readings.map(({ area, reading }) => [area.id, reading]))
  const heights = ranking.ranked.flatMap(({ area, value }) => [
    value,
    byArea.get(area.id)?.upper95 ?? value,
  ])
  const most = Math.max(...heights, 0) || 1
  const scale = (value: number) =>
    round(size.left + (Math.max(0, value) / most) * (size.width - size.left - size.right))
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="metric-chart"
      viewBox={`0 0 ${size.width} ${height}`}
      width={size.width}
      height={height}
      role="img"
      aria-label={name}
      fontFamily="'Inter Variable', Inter, Arial, sans-serif"
      fontSize={TEXT}
      fill="#1f2933"
    >
      {ranking.ranked.map((ranked, at) => {
        const { area, value } = ranked
        const reading = byArea.get(area.id) ?? null
        const y = at * ROW + 4
        const isOwn = area.id === ownId
        const shown = formatValue({ value }, metric)
        return (
          <g key={area.id}>
            <text x={size.left - 8} y={y + ROW - 8} textAnchor="end" fontWeight={isOwn ? 700 : 400}>
              {shorten(`${formatRank(ranked)} ${area.name}`, isNarrow ? 17 : 46)}
            </text>
            <rect
              className="metric-chart-point"
              x={size.left}
              y={y + 3}
              width={Math.max(1, scale(value) - size.left)}
              height={ROW - 8}
              fill={isOwn ? '#0b4f54' : '#9fb3b5'}
              stroke={isOwn ? '#1f2933' : 'none'}
              strokeWidth={isOwn ? 2 : 0}
            >
              <title>{`${area.name}: ${shown}`}</title>
            </rect>
            <Interval reading={reading} scale={scale} y={y + ROW / 2 - 1} />
            <text x={size.width - size.right + 8} y={y + ROW - 8} fontWeight={isOwn ? 700 : 400}>
              {shown}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function Interval({
  reading,
  scale,
  y,
}: {
  readonly reading: AreaReading['reading']
  readonly scale: (value: number) => number
  readonly y: number
}) {
  if (!reading || reading.lower95 === null || reading.upper95 === null) return null
  const [from, to] = [scale(reading.lower95), scale(reading.upper95)]
  return (
    <path
      className="metric-chart-line"
      d={`M${from} ${y - 3}v6M${from} ${y}H${to}M${to} ${y - 3}v6`}
      fill="none"
      stroke="#1f2933"
      strokeWidth={1.25}
    />
  )
}

function shorten(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
