import { figuresOf, readPeriod } from './invent-figures'
import { METRICS } from './metrics'

const MERGED = new Date('2022-07-01')

/** The systems that became Wessex Vale, invented as it is. */
export const AREAS_BEFORE = [
  { id: 'area-before-wessex', name: 'North Wessex', level: 'system' },
  { id: 'area-before-vale', name: 'Vale and Coast', level: 'system' },
].map((area) => ({
  ...area,
  parentId: null,
  validFrom: new Date('2016-12-01'),
  validTo: new Date(MERGED.getTime() - 86_400_000),
}))

export const SUCCESSIONS_BEFORE = AREAS_BEFORE.map(({ id }) => ({
  id: `${id}-merged`,
  fromId: id,
  toId: 'area-system',
  onDay: MERGED,
  kind: 'merger',
}))

const METRIC = 'metric-early-cancer'

/** Cases found early of all with a known stage: three years before Wessex Vale's own first, and one only one of them has. */
const COUNTS: Readonly<Record<string, readonly (readonly [number, number] | null)[]>> = {
  'area-before-wessex': [
    [1_148, 2_290],
    [1_196, 2_350],
    [1_214, 2_372],
    [1_092, 2_110],
  ],
  'area-before-vale': [null, [1_352, 2_694], [1_388, 2_731], [1_231, 2_402]],
}

export function seedBeforeMerger() {
  const metric = METRICS.find(({ id }) => id === METRIC)
  if (!metric) throw new Error(`${METRIC} is not seeded.`)
  return Object.entries(COUNTS).flatMap(([areaId, counts]) =>
    counts.flatMap((share, at) => {
      if (!share) return []
      const [numerator, denominator] = share
      const index = at - counts.length
      return [
        {
          id: `${METRIC}-${areaId}-${at + 1}`,
          metricId: METRIC,
          areaId,
          ...readPeriod(metric, index),
          suppressed: false,
          ...figuresOf({ numerator, denominator }),
        },
      ]
    }),
  )
}
