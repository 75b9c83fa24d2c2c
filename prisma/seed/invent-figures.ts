import { toDate } from '../../app/domain/dates/parse-date'
import { periodStarting } from '../../app/domain/metrics/period'
import type { SeedMetric } from './metrics'

export interface Share {
  readonly numerator: number
  readonly denominator: number
}

/** The figures of a value that is withheld because the count is small. */
export function withhold() {
  return { value: null, lower95: null, upper95: null, numerator: null, denominator: null }
}

/** Per cent to one place, with Wilson's interval. */
export function figuresOf({ numerator, denominator }: Share) {
  const [p, n, z] = [numerator / denominator, denominator, 1.959964]
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const round = (share: number) => Math.round(share * 1000) / 10
  return {
    value: round(p),
    lower95: round(middle - reach),
    upper95: round(middle + reach),
    numerator,
    denominator,
  }
}

const MONTHS_APART = { monthly: 1, quarterly: 3, annual: 12 } as const

/** A metric's period so many after its first. */
export function readPeriod(metric: SeedMetric, index: number) {
  const [year = 0, month = 1] = metric.series.first.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + index * MONTHS_APART[metric.frequency], 1))
  const period = periodStarting(toDate(first), metric)
  if (!period) throw new Error(`${metric.id} has no period ${index}`)
  return {
    periodStart: new Date(period.start),
    periodEnd: new Date(period.end),
    periodLabel: period.label,
  }
}
