import type { ChartPoint, ChartSeries } from './chart-series'
import type { PointType } from '../spc/special-cause'

/** Neighbouring points that one rule of the control chart explains. */
export interface StandOut {
  readonly from: string
  readonly to: string
  readonly type: PointType
  readonly explanation: string
}

/** What the control chart marks as more than chance, newest first, with its sentence (rule ME31). */
export function listStandOuts({ points }: Pick<ChartSeries, 'points'>): StandOut[] {
  const found: StandOut[] = []
  let before: ChartPoint | undefined
  for (const point of points.filter((candidate) => candidate.control !== null)) {
    const last = found.at(-1)
    if (point.type === 'common_cause') {
      before = point
      continue
    }
    const goesOn = before?.type === point.type && before.explanation === point.explanation
    if (last && goesOn) found[found.length - 1] = { ...last, to: point.label }
    else
      found.push({
        from: point.label,
        to: point.label,
        type: point.type,
        explanation: point.explanation,
      })
    before = point
  }
  return found.reverse()
}
