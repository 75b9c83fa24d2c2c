import { formatDate } from '../dates/format-date'
import type { Metric } from '../metrics/metric'
import { formatNumber, joinUnit } from '../numbers/format-number'
import type { Target } from './target'

type Shape = Pick<Metric, 'unit' | 'decimals' | 'polarity'>

/** A target in one sentence, with its day; nothing is said of how it stands (rule TG36). */
export function describeTarget(target: Target, metric: Shape): string {
  if (target.kind === 'direction_only') return describeDirection(metric.polarity)
  const aim = describeAim(target, metric)
  return `${aim.charAt(0).toUpperCase()}${aim.slice(1)} by ${formatDate(target.due)}.`
}

function describeDirection(polarity: Metric['polarity']): string {
  if (polarity === 'neutral')
    return 'A direction only. It cannot be measured whether that is reached.'
  const way = polarity === 'high_good' ? 'up' : 'down'
  return `To go ${way}, without a number. It cannot be measured whether that is reached.`
}

function describeAim(
  target: Exclude<Target, { kind: 'direction_only' }>,
  { unit, decimals, polarity }: Shape,
): string {
  const show = (value: number) => joinUnit(formatNumber(value, decimals), unit)
  const enough = polarity === 'high_good' ? 'or more' : 'or less'
  switch (target.kind) {
    case 'absolute_by_date':
      return `${show(target.value)} ${enough}`
    case 'relative_change_by_date': {
      const way = target.change < 0 ? 'down' : 'up'
      const from = target.baseline ? ` from ${show(target.baseline.value)}` : ''
      return `${formatNumber(Math.abs(target.change), Number.isInteger(target.change) ? 0 : 1)}% ${way}${from}`
    }
    case 'gap_to_comparator':
      return `${describeGap(target.gap, show)} ${target.comparator}`
    case 'gap_between_groups':
      return `a gap of ${show(target.gap)} or less between ${target.first} and ${target.second}`
    case 'benchmark_percentile':
      return `among the best ${formatNumber(target.top * 100, 0)}% of areas`
  }
}

function describeGap(gap: number, show: (value: number) => string): string {
  if (gap < 0) return `at least ${show(-gap)} ahead of`
  return gap === 0 ? 'no worse than' : `no more than ${show(gap)} behind`
}
