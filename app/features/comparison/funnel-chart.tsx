import { nice, ticks } from 'd3-array'
import type { Compared } from '../../domain/comparison/area-reading'
import type { Funnel, FunnelPoint } from '../../domain/comparison/funnel'
import { formatNumber, formatValue } from '../../domain/numbers/format-number'

interface FunnelChartProps {
  readonly funnel: Funnel
  readonly metric: Compared
  readonly ownId: string
  readonly name: string
  readonly isNarrow: boolean
}

const LINES = [
  { of: 'p95', words: '95%', dash: '5 4' },
  { of: 'p998', words: '99.8%', dash: '1 3' },
] as const

/** Each area by how many people it has: what lies outside the funnel differs by more than chance. */
export function FunnelChart({ funnel, metric, ownId, name, isNarrow }: FunnelChartProps) {
  const size = isNarrow
    ? { width: 340, height: 300, left: 46, right: 50, top: 14, bottom: 40 }
    : { width: 1000, height: 420, left: 64, right: 90, top: 14, bottom: 44 }
  const { points } = funnel
  const heights = points.flatMap(({ value, p998 }) => [value, p998.lower, p998.upper])
  const [low, high] = nice(Math.min(...heights), Math.max(...heights), 5)
  const largest = Math.max(...points.map(({ denominator }) => denominator))
  const x = (value: number) => size.left + (value / largest) * (size.width - size.left - size.right)
  const y = (value: number) =>
    size.height -
    size.bottom -
    ((value - low) / (high - low || 1)) * (size.height - size.bottom - size.top)
  const place = (at: number, value: number) => `${round(x(at))} ${round(y(value))}`
  const edge = (of: 'p95' | 'p998', side: 'lower' | 'upper') =>
    points
      .map((point, at) => `${at === 0 ? 'M' : 'L'}${place(point.denominator, point[of][side])}`)
      .join('')
  const last = points.at(-1)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="metric-chart"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-label={name}
      fontFamily="'Inter Variable', Inter, Arial, sans-serif"
      fontSize={13}
      fill="#1f2933"
    >
      <g className="metric-chart-axes" fill="#4a5560">
        {ticks(low, high, 5).map((tick) => (
          <g key={tick}>
            <line
              x1={size.left}
              x2={size.width - size.right}
              y1={round(y(tick))}
              y2={round(y(tick))}
              stroke="#e4e8eb"
            />
            <text x={size.left - 8} y={round(y(tick) + 4)} textAnchor="end">
              {formatNumber(tick, Number.isInteger(tick) ? 0 : 1)}
            </text>
          </g>
        ))}
        {ticks(0, largest, isNarrow ? 3 : 6).map((tick) => (
          <text
            key={tick}
            x={round(x(tick))}
            y={size.height - size.bottom + 18}
            textAnchor="middle"
          >
            {formatNumber(tick, 0)}
          </text>
        ))}
        <text x={size.left} y={size.height - 4}>
          Denominator
        </text>
      </g>
      <line
        x1={size.left}
        x2={size.width - size.right}
        y1={round(y(funnel.average))}
        y2={round(y(funnel.average))}
        stroke="#1f2933"
        strokeWidth={1.5}
      />
      <text x={size.width - size.right + 6} y={round(y(funnel.average) + 4)} fontWeight={600}>
        Average
      </text>
      {LINES.map(({ of, words, dash }) => (
        <g key={of}>
          {(['lower', 'upper'] as const).map((side) => (
            <path
              key={side}
              className="metric-chart-line"
              d={edge(of, side)}
              fill="none"
              stroke="#4a5560"
              strokeDasharray={dash}
            />
          ))}
          {last ? (
            <text
              x={size.width - size.right + 6}
              y={round(y(last[of].upper) + (of === 'p998' ? -2 : 12))}
            >
              {words}
            </text>
          ) : null}
        </g>
      ))}
      {points.map((point) => (
        <Area
          key={point.area.id}
          point={point}
          isOwn={point.area.id === ownId}
          x={round(x(point.denominator))}
          y={round(y(point.value))}
          metric={metric}
        />
      ))}
    </svg>
  )
}

interface AreaProps {
  readonly point: FunnelPoint
  readonly isOwn: boolean
  readonly x: number
  readonly y: number
  readonly metric: Compared
}

/** A square lies outside the 95% limits, a diamond outside the 99.8% ones; the own area has a ring and its name. */
function Area({ point, isOwn, x, y, metric }: AreaProps) {
  const { area, value, place } = point
  const shape = {
    within: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
    beyond_95: 'M-4.5 -4.5h9v9h-9z',
    beyond_998: 'M0 -7l7 7l-7 7l-7 -7z',
  }[place]
  return (
    <g transform={`translate(${x},${y})`}>
      {isOwn ? <circle r={11} fill="none" stroke="#1f2933" strokeWidth={2} /> : null}
      <path
        className="metric-chart-point"
        d={shape}
        fill={place === 'within' ? '#5b6670' : '#5a3d8a'}
        stroke="#ffffff"
      >
        <title>{`${area.name}: ${formatValue({ value }, metric)}, ${PLACE_WORDS[place]}`}</title>
      </path>
      {isOwn ? (
        <text x={0} y={-16} textAnchor="middle" fontWeight={700}>
          {area.name}
        </text>
      ) : null}
    </g>
  )
}

export const PLACE_WORDS: Record<FunnelPoint['place'], string> = {
  within: 'within what chance alone gives',
  beyond_95: 'outside the 95% limits',
  beyond_998: 'outside the 99.8% limits',
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
