import type { PointType } from '../spc/special-cause'
import type { ChartPoint, ChartSeries } from './chart-series'

/** Neighbouring points of one kind, with the rules that mark them and how many points each marks. */
export interface StandOut {
  readonly from: string
  readonly to: string
  readonly type: PointType
  readonly count: number
  readonly reasons: readonly { readonly explanation: string; readonly count: number }[]
}

/** What the control chart marks as more than chance, newest first, with its sentences (rule ME31). */
export function listStandOuts({ points }: Pick<ChartSeries, 'points'>): StandOut[] {
  const judged = points.filter((point) => point.control !== null)
  const runs: ChartPoint[][] = []
  for (const [index, point] of judged.entries()) {
    if (point.type === 'common_cause') continue
    const current = runs.at(-1)
    if (current && judged[index - 1]?.type === point.type) current.push(point)
    else runs.push([point])
  }
  return runs.reverse().flatMap(describeRun)
}

function describeRun(run: readonly ChartPoint[]): StandOut[] {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return []
  const explanations = [...new Set(run.map((point) => point.explanation))]
  return [
    {
      from: first.label,
      to: last.label,
      type: first.type,
      count: run.length,
      reasons: explanations.map((explanation) => ({
        explanation,
        count: run.filter((point) => point.explanation === explanation).length,
      })),
    },
  ]
}
