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
}

const MONTHS = { monthly: 1, quarterly: 3, annual: 12 } as const
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

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
    return {
      id: `${metric.id}-${index + 1}`,
      metricId: metric.id,
      ...period(metric, index),
      value: suppressed ? null : value,
      suppressed,
      lower95: half === undefined ? null : rounded(value - half, metric.decimals),
      upper95: half === undefined ? null : rounded(value + half, metric.decimals),
    }
  })
}

function period(metric: SeedMetric, index: number) {
  const length = MONTHS[metric.frequency]
  const [year = 0, month = 1] = metric.series.first.split('-').map(Number)
  const start = new Date(Date.UTC(year, month - 1 + index * length, 1))
  const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + length, 0))
  return { periodStart: isoDay(start), periodEnd: isoDay(end), periodLabel: label(metric, start) }
}

function label(metric: SeedMetric, start: Date): string {
  const year = start.getUTCFullYear()
  const month = start.getUTCMonth()
  if (metric.frequency === 'monthly') return `${MONTH_NAMES[month] ?? ''} ${year}`
  if (metric.frequency === 'annual')
    return metric.yearType === 'calendar' ? String(year) : yearPair(year)
  const financialYear = month >= 3 ? year : year - 1
  return `${yearPair(financialYear)} Q${Math.floor(((month + 9) % 12) / 3) + 1}`
}

function yearPair(from: number): string {
  return `${from}/${String((from + 1) % 100).padStart(2, '0')}`
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor
}

/** mulberry32, seeded by the metric's id: the demonstration must be the same everywhere. */
function numberStream(seed: string): () => number {
  let state =
    Buffer.from(seed).reduce((hash, byte) => Math.imul(hash ^ byte, 16777619), 2166136261) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
