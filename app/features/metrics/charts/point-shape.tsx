import type { PointType } from '../../../domain/spc/special-cause'

interface Look {
  readonly words: string
  /** What a run of such points is called. */
  readonly verdict: string
  readonly colour: string
  readonly path: string
}

/**
 * Of about the same weight to the eye: areas of 44, 110, 90 and 90. Written out, since drawing them anew in each browser
 * costs more to send than they do; a test holds them against the library that drew them.
 */
export const SHAPES = {
  circle: 'M3.742,0A3.742,3.742,0,1,1,-3.742,0A3.742,3.742,0,1,1,3.742,0',
  diamond: 'M0,-9.76L5.635,0L0,9.76L-5.635,0Z',
  square: 'M-4.743,-4.743h9.487v9.487h-9.487Z',
  triangle: 'M0,-8.324L7.208,4.162L-7.208,4.162Z',
}

const NEUTRAL = {
  words: 'Unusual',
  verdict: 'unusual',
  colour: '#5a3d8a',
  path: SHAPES.triangle,
}

/** A shape and a dark tone for each kind of point: colour is never the only difference. */
export const POINT_LOOKS: Record<PointType, Look> = {
  common_cause: {
    words: 'Expected variation',
    verdict: '',
    colour: '#5b6670',
    path: SHAPES.circle,
  },
  special_cause_improvement: {
    words: 'Unusual: improvement',
    verdict: 'an improvement',
    colour: '#1b6ea8',
    path: SHAPES.diamond,
  },
  special_cause_concern: {
    words: 'Unusual: concern',
    verdict: 'a concern',
    colour: '#a84300',
    path: SHAPES.square,
  },
  special_cause_neutral_high: NEUTRAL,
  special_cause_neutral_low: NEUTRAL,
}

interface PointShapeProps {
  readonly type: PointType
  readonly x: number
  readonly y: number
  readonly title?: string
  /** Drawn empty: nobody gave this value. */
  readonly isWorkedOut?: boolean
}

export function PointShape({ type, x, y, title, isWorkedOut = false }: PointShapeProps) {
  const { path, colour } = POINT_LOOKS[type]
  return (
    <path
      className="metric-chart-point"
      d={path}
      transform={`translate(${round(x)},${round(y)})`}
      fill={isWorkedOut ? '#ffffff' : colour}
      stroke={isWorkedOut ? colour : '#ffffff'}
      strokeWidth={isWorkedOut ? 1.5 : 1}
    >
      {title ? <title>{title}</title> : null}
    </path>
  )
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
