import { nice, ticks } from 'd3-array'
import { formatScore } from '../../domain/comparison/index-words'
import { formatShortDate } from '../../domain/dates/format-date'
import type { IndexPoint } from '../../../server/services/comparison/read-integration'
import type { CourseLine } from './course-lines'

interface CourseChartProps {
  readonly course: readonly IndexPoint[]
  readonly lines: readonly CourseLine[]
  /** What the chart says, for people who do not see it. */
  readonly name: string
  readonly isNarrow: boolean
}

const WIDE = { width: 1000, height: 340, left: 54, right: 210, top: 16, bottom: 34 }
const NARROW = { width: 340, height: 260, left: 44, right: 44, top: 14, bottom: 34 }
const LABEL_GAP = 17

/** Lines over the quarters, each named at its end. Props in, SVG out: colours and sizes stand on the elements. */
export function CourseChart({ course, lines, name, isNarrow }: CourseChartProps) {
  const size = isNarrow ? NARROW : WIDE
  const scores = lines.flatMap((line) => line.scores.flatMap((score) => score ?? []))
  const [low, high] = nice(Math.min(...scores, 0), Math.max(...scores, 0), 5)
  const x = (at: number) =>
    round(size.left + (at / Math.max(1, course.length - 1)) * (size.width - size.left - size.right))
  const y = (score: number) =>
    round(
      size.height -
        size.bottom -
        ((score - low) / (high - low || 1)) * (size.height - size.bottom - size.top),
    )
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
              y1={y(tick)}
              y2={y(tick)}
              stroke={tick === 0 ? '#4a5560' : '#e4e8eb'}
            />
            <text x={size.left - 8} y={y(tick) + 4} textAnchor="end">
              {formatScore(tick)}
            </text>
          </g>
        ))}
        {course.map(({ day }, at) =>
          isShown(at, course.length, isNarrow) ? (
            <text key={day} x={x(at)} y={size.height - 10} textAnchor="middle">
              {isNarrow ? formatShortDate(day).slice(3) : formatShortDate(day)}
            </text>
          ) : null,
        )}
      </g>
      {lines.map((line) => (
        <Line key={line.sign} line={line} course={course} x={x} y={y} />
      ))}
      {placeNames(lines, y).map(({ line, at }) => (
        <text
          key={line.sign}
          x={size.width - size.right + 10}
          y={at + 4}
          fontWeight={line.dash ? 400 : 700}
        >
          {isNarrow ? line.sign : line.label}
        </text>
      ))}
    </svg>
  )
}

/** The last day always, and as many before it as there is room for. */
function isShown(at: number, count: number, isNarrow: boolean): boolean {
  return (count - 1 - at) % (isNarrow ? 3 : 1) === 0
}

interface LineProps {
  readonly line: CourseLine
  readonly course: readonly IndexPoint[]
  readonly x: (at: number) => number
  readonly y: (score: number) => number
}

function Line({ line, course, x, y }: LineProps) {
  const known = line.scores.flatMap((score, at) => (score === null ? [] : [{ score, at }]))
  // A line is not drawn over quarters that have no score.
  const d = known
    .map(({ score, at }, index) => {
      const goesOn = known[index - 1]?.at === at - 1
      return `${goesOn ? 'L' : 'M'}${x(at)} ${y(score)}`
    })
    .join('')
  const colour = line.dash ? '#5b6670' : '#0b4f54'
  return (
    <g>
      <path
        className="metric-chart-line"
        d={d}
        fill="none"
        stroke={colour}
        strokeWidth={line.dash ? 1.75 : 3}
        strokeDasharray={line.dash}
      />
      {known.map(({ score, at }) => (
        <circle
          key={at}
          className="metric-chart-point"
          cx={x(at)}
          cy={y(score)}
          r={line.dash ? 3 : 5}
          fill={colour}
        >
          <title>{`${line.label}, ${formatShortDate(course[at]?.day ?? '')}: ${formatScore(score)}`}</title>
        </circle>
      ))}
    </g>
  )
}

/** Names stand at the height of their line's end, or just below the name above. */
function placeNames(lines: readonly CourseLine[], y: (score: number) => number) {
  const ends = lines.map((line) => ({
    line,
    at: y(line.scores.findLast((score) => score !== null) ?? 0),
  }))
  let above = -Infinity
  return ends
    .toSorted((a, b) => a.at - b.at)
    .map(({ line, at }) => {
      above = Math.max(at, above + LABEL_GAP)
      return { line, at: above }
    })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
