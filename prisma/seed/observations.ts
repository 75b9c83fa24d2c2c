import { toDate } from '../../app/domain/dates/parse-date'
import { periodStarting } from '../../app/domain/metrics/period'
import type { SeedMetric } from './metrics'

export interface SeedObservation {
  readonly id: string
  readonly metricId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly periodLabel: string
  readonly value: number | null
  readonly suppressed: boolean
  readonly lower95: number | null
  readonly upper95: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

const MONTHS_APART = { monthly: 1, quarterly: 3, annual: 12 } as const

/** The invented series of one metric: the same numbers at every run. */
export function seedObservations(metric: SeedMetric): SeedObservation[] {
  const { series } = metric
  const random = numberStream(metric.id)
  return Array.from({ length: series.periods }, (_, index) => {
    const noise = (random() + random() + random() - 1.5) * series.spread
    const step = series.step && index >= series.step.at ? series.step.by : 0
    const value = rounded(series.level + series.drift * index + step + noise, metric.decimals)
    const suppressed = index === series.suppressed
    const half = suppressed ? undefined : series.interval
    const of = suppressed ? undefined : series.of
    return {
      id: `${metric.id}-${index + 1}`,
      metricId: metric.id,
      ...readPeriod(metric, index),
      value: suppressed ? null : value,
      suppressed,
      lower95: half === undefined ? null : rounded(value - half, metric.decimals),
      upper95: half === undefined ? null : rounded(value + half, metric.decimals),
      numerator: of === undefined ? null : Math.round((value / 100) * of),
      denominator: of ?? null,
    }
  })
}

function readPeriod(metric: SeedMetric, index: number) {
  const [year = 0, month = 1] = metric.series.first.split('-').map(Number)
  const start = toDate(
    new Date(Date.UTC(year, month - 1 + index * MONTHS_APART[metric.frequency], 1)),
  )
  const period = periodStarting(start, metric)
  if (!period) throw new Error(`${metric.id} has no period that starts on ${start}`)
  return { periodStart: period.start, periodEnd: period.end, periodLabel: period.label }
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor
}

/** mulberry32, seeded by the metric's id: the demonstration must be the same everywhere. */
export function numberStream(seed: string): () => number {
  let state =
    Buffer.from(seed).reduce((hash, byte) => Math.imul(hash ^ byte, 16777619), 2166136261) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
