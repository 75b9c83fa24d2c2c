import { ENGLAND_AREAS } from './england'
import { readPeriod } from './invent-figures'
import { METRICS, type SeedMetric } from './metrics'
import { numberStream } from './observations'

/** The chasm each metric tells of, so that the integration index has something to be made of. */
const CHASMS: Readonly<Record<string, string>> = {
  'metric-ed-crisis': 'physical_mental',
  'metric-smi-checks': 'physical_mental',
  'metric-cyp-waits': 'physical_mental',
  'metric-delayed-discharge': 'community_hospital',
  'metric-falls': 'community_hospital',
  'metric-home-care-waits': 'health_social',
  'metric-care-vacancies': 'health_social',
  'metric-loneliness': 'health_social',
}

export function chasmOf(metricId: string): { chasm?: string; scope?: string } {
  const chasm = CHASMS[metricId]
  return chasm ? { chasm, scope: 'index' } : {}
}

/** How many of their own last periods the boards of England have values of too. */
const PERIODS: Readonly<Record<string, number>> = {
  'metric-ed-crisis': 12,
  'metric-cyp-waits': 12,
  'metric-falls': 2,
  'metric-loneliness': 3,
}

/** Invented values of England's boards: a lasting lean of each, a drift as the metric's own, and some chance. */
export function seedChasmComparisons() {
  return METRICS.flatMap((metric) => seedBoards(metric, PERIODS[metric.id] ?? 0))
}

function seedBoards(metric: SeedMetric, periods: number) {
  const { series } = metric
  const random = numberStream(`${metric.id} boards`)
  const boards = ENGLAND_AREAS.filter(({ level, validTo }) => level === 'icb' && validTo === null)
  return boards.flatMap(({ id }) => {
    const lean = (random() + random() - 1) * series.level * 0.25
    return Array.from({ length: periods }, (_, back) => {
      const index = series.periods - periods + back
      const chance = (random() - 0.5) * series.spread
      const value = series.level + series.drift * index + lean + chance
      return {
        id: `${metric.id}-${id}-${index + 1}`,
        metricId: metric.id,
        areaId: id,
        ...readPeriod(metric, index),
        suppressed: false,
        value: Number(value.toFixed(metric.decimals)),
        lower95: null,
        upper95: null,
        numerator: null,
        denominator: null,
      }
    })
  })
}
