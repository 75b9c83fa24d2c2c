import { type Breakdown, keyOfBreakdown } from '../../app/domain/imports/read-breakdown'
import { type Share, figuresOf, readPeriod, withhold } from './invent-figures'
import { METRICS, type SeedMetric } from './metrics'
import { numberStream } from './observations'

/** How a group's rate stands to that of everybody, and how large a part of them the group is. */
interface SeedGroup {
  readonly of: Breakdown
  readonly times: number
  /** What each period adds to `times`: a gap that closes or opens. */
  readonly drift?: number
  readonly part: number
  /** How many periods from the last one a value is withheld; 0 is the last. */
  readonly withheld?: number
}

interface Grouped {
  readonly metricId: string
  readonly periods: number
  readonly groups: readonly SeedGroup[]
}

const fifth = (place: number, others: Omit<SeedGroup, 'of'>): SeedGroup => ({
  of: { by: 'deprivation', of: 5, place },
  ...others,
})

const group = (by: 'ethnicity' | 'sex' | 'age', name: string, others: Omit<SeedGroup, 'of'>) => ({
  of: { by, group: name },
  ...others,
})

// The fifths are of unlike size: national fifths, of which one county has not a fifth each.
const GROUPED: readonly Grouped[] = [
  {
    metricId: 'metric-smoking-delivery',
    periods: 8,
    groups: [
      fifth(1, { times: 1.72, part: 0.17, drift: 0.012 }),
      fifth(2, { times: 1.25, part: 0.21 }),
      fifth(3, { times: 0.97, part: 0.23 }),
      fifth(4, { times: 0.72, part: 0.21, drift: -0.004 }),
      fifth(5, { times: 0.48, part: 0.18, drift: -0.012 }),
      group('age', 'Under 20', { times: 3.1, part: 0.03 }),
      group('age', '20 to 24', { times: 2.05, part: 0.13 }),
      group('age', '25 to 34', { times: 0.88, part: 0.59 }),
      group('age', '35 and over', { times: 0.55, part: 0.25 }),
      group('ethnicity', 'Asian or Asian British', { times: 0.2, part: 0.09 }),
      group('ethnicity', 'Black, Black British, Caribbean or African', {
        times: 0.33,
        part: 0.04,
        withheld: 0,
      }),
      group('ethnicity', 'Mixed or multiple ethnic groups', { times: 0.95, part: 0.04 }),
      group('ethnicity', 'White', { times: 1.14, part: 0.81 }),
      group('ethnicity', 'Other ethnic group', { times: 0.4, part: 0.02, withheld: 2 }),
    ],
  },
  {
    metricId: 'metric-early-cancer',
    periods: 4,
    groups: [
      group('sex', 'Female', { times: 1.06, part: 0.48 }),
      group('sex', 'Male', { times: 0.945, part: 0.52 }),
    ],
  },
]

/** Invented values of groups of people, so that there is something to compare. */
export function seedGroups() {
  return GROUPED.flatMap((grouped) => {
    const metric = METRICS.find(({ id }) => id === grouped.metricId)
    return metric ? grouped.groups.flatMap((one) => seedGroup(metric, grouped.periods, one)) : []
  })
}

function seedGroup(metric: SeedMetric, periods: number, { of, times, ...others }: SeedGroup) {
  const { series } = metric
  const breakdownKey = keyOfBreakdown(of)
  const random = numberStream(`${metric.id} ${breakdownKey}`)
  const denominator = Math.round((series.of ?? 0) * others.part)
  return Array.from({ length: periods }, (_, at) => {
    const index = series.periods - periods + at
    const everybody = series.level + series.drift * index
    const noise = (random() + random() - 1) * series.spread
    const rate = everybody * (times + (others.drift ?? 0) * at) + noise
    const share: Share = { numerator: Math.round((rate / 100) * denominator), denominator }
    const isWithheld = others.withheld === periods - 1 - at
    return {
      id: `${metric.id}-${breakdownKey.replaceAll(/[^a-z0-9]+/g, '-')}-${index + 1}`,
      metricId: metric.id,
      areaId: 'area-system',
      ...readPeriod(metric, index),
      breakdown: of,
      breakdownKey,
      suppressed: isWithheld,
      ...(isWithheld ? withhold() : figuresOf(share)),
    }
  })
}
