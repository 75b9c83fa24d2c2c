import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape'
import type { PointType } from '../../../domain/spc/special-cause'

interface Look {
  readonly words: string
  /** What a run of such points is called. */
  readonly verdict: string
  readonly colour: string
  readonly path: string
}

function draw(type: typeof symbolCircle, area: number): string {
  return symbol(type, area)() ?? ''
}

const NEUTRAL = {
  words: 'Unusual',
  verdict: 'unusual',
  colour: '#5a3d8a',
  path: draw(symbolTriangle, 90),
}

/** A shape and a dark tone for each kind of point: colour is never the only difference. */
export const POINT_LOOKS: Record<PointType, Look> = {
  common_cause: {
    words: 'Expected variation',
    verdict: '',
    colour: '#5b6670',
    path: draw(symbolCircle, 44),
  },
  special_cause_improvement: {
    words: 'Unusual: improvement',
    verdict: 'an improvement',
    colour: '#1b6ea8',
    path: draw(symbolDiamond, 110),
  },
  special_cause_concern: {
    words: 'Unusual: concern',
    verdict: 'a concern',
    colour: '#a84300',
    path: draw(symbolSquare, 90),
  },
  special_cause_neutral_high: NEUTRAL,
  special_cause_neutral_low: NEUTRAL,
}

interface PointShapeProps {
  readonly type: PointType
  readonly x: number
  readonly y: number
  readonly title?: string
}

export function PointShape({ type, x, y, title }: PointShapeProps) {
  const { path, colour } = POINT_LOOKS[type]
  return (
    <path
      className="metric-chart-point"
      d={path}
      transform={`translate(${round(x)},${round(y)})`}
      fill={colour}
      stroke="#ffffff"
      strokeWidth={1}
    >
      {title ? <title>{title}</title> : null}
    </path>
  )
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
