import type { AreaRef, Polarity, ValueType } from '../metrics/metric'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { CHASMS } from '../vocabularies/true-north'
import { type AreaReading, listKnown } from './area-reading'
import { FEWEST_AREAS } from './opportunity'
import { percentileOf } from './percentile'

/** A metric beyond three standard deviations counts as three, so that one figure cannot make the index. */
export const SCORE_CAP = 3

export const INDEX_METHOD =
  'Northing’s own index. The report it follows (IPPR, Solving the puzzle, 2021) does not publish its weights. Each metric is turned so that higher is better integrated, and scored by how many standard deviations an area is from the average of the areas compared, at most 3 either way. A chasm’s score is the plain average of its metrics; the index is the plain average of the three chasms.'

export interface IndexMetric {
  readonly id: string
  readonly title: string
  /** One of the three chasms' ids. */
  readonly chasm: string
  readonly polarity: Polarity
  readonly valueType: ValueType
  readonly readings: readonly AreaReading[]
}

export interface MetricScore {
  readonly metricId: string
  /** Standard deviations from the average, higher is better; null when the area has no value. */
  readonly score: number | null
  /** Its part of this area's index, 0 to 1; 0 without a score. */
  readonly weight: number
}

export interface ChasmScore {
  readonly chasm: string
  /** Null when the area has none of its metrics. */
  readonly score: number | null
  readonly metrics: readonly MetricScore[]
}

export interface AreaIndex {
  readonly area: AreaRef
  readonly chasms: readonly ChasmScore[]
  /** Without a unit; null unless every chasm has a score. */
  readonly index: number | null
  /** 1 is the best integrated; equal ones share it. */
  readonly rank: number | null
  /** 1 is the top quarter. */
  readonly quarter: 1 | 2 | 3 | 4 | null
}

export interface IntegrationIndex {
  readonly areas: readonly AreaIndex[]
  /** Metrics that score, each with what its scores are worked out from. */
  readonly scales: readonly MetricScale[]
  /** Metrics that cannot score, each with its sentence. */
  readonly leftOut: readonly { readonly metricId: string; readonly why: string }[]
}

export interface MetricScale {
  readonly metricId: string
  /** How many areas have a known value. */
  readonly areas: number
  readonly average: number
  readonly deviation: number
}

interface Scored {
  readonly metric: IndexMetric
  readonly scale: MetricScale
  readonly scores: ReadonlyMap<string, number>
}

/** The three chasms in one figure for each area, with every part of it (rules CM28–CM33). */
export function scoreIntegration(
  areas: readonly AreaRef[],
  metrics: readonly IndexMetric[],
): Outcome<IntegrationIndex> {
  const index = scoreChasms(areas, metrics)
  const why = whyNoWhole(index, metrics)
  return why === '' ? done(index) : refuse('invalid', why)
}

/** Names a chasm that nothing scores; empty when each has a metric that does (rule CM31). */
export function whyNoWhole(
  { scales }: Pick<IntegrationIndex, 'scales'>,
  metrics: readonly Pick<IndexMetric, 'id' | 'chasm'>[],
): string {
  const scoring = new Set(scales.map(({ metricId }) => metricId))
  const bare = CHASMS.find(
    ({ id }) => !metrics.some((metric) => metric.chasm === id && scoring.has(metric.id)),
  )
  return bare ? `No metric can score “${bare.label}”, so there is no whole index.` : ''
}

/** As far as it goes: a chasm that nothing scores leaves the others theirs, and nobody a whole (rule CM47). */
export function scoreChasms(
  areas: readonly AreaRef[],
  metrics: readonly IndexMetric[],
): IntegrationIndex {
  const judged = metrics.map((metric) => ({ metric, found: scoreMetric(metric) }))
  const scored = judged.flatMap(({ metric, found }) =>
    typeof found === 'string' ? [] : [{ metric, ...found }],
  )
  return {
    areas: placeAreas(areas.map((area) => indexArea(area, scored))),
    scales: scored.map(({ scale }) => scale),
    leftOut: judged.flatMap(({ metric, found }) =>
      typeof found === 'string' ? [{ metricId: metric.id, why: found }] : [],
    ),
  }
}

/** Each area's score, or the sentence that says why the metric has none. */
function scoreMetric(metric: IndexMetric): Omit<Scored, 'metric'> | string {
  const why = whyUnfit(metric)
  if (why !== '') return why
  const { title, polarity, readings } = metric
  const known = listKnown(readings)
  if (known.length < FEWEST_AREAS)
    return `“${title}” has a value for fewer than ${FEWEST_AREAS} areas.`
  const values = known.map(({ value }) => value)
  const mean = averageOf(values)
  // Divided by n: these are all the areas compared, not a sample of them.
  const deviation = Math.sqrt(averageOf(values.map((value) => (value - mean) ** 2)))
  if (deviation <= Math.abs(mean) * Number.EPSILON * known.length)
    return `“${title}” has the same value everywhere, so it tells no areas apart.`
  const sign = polarity === 'high_good' ? 1 : -1
  return {
    scale: { metricId: metric.id, areas: known.length, average: mean, deviation },
    scores: new Map(
      known.map(({ area, value }) => [area.id, capped((sign * (value - mean)) / deviation)]),
    ),
  }
}

function whyUnfit({ title, polarity, valueType, chasm }: IndexMetric): string {
  if (!CHASMS.some(({ id }) => id === chasm)) return `“${title}” belongs to none of the chasms.`
  if (polarity === 'neutral') return `Neither side of “${title}” is better.`
  if (valueType === 'count')
    return `“${title}” is a count, which is larger where more people live, so it cannot compare areas.`
  return ''
}

function capped(score: number): number {
  return Math.max(-SCORE_CAP, Math.min(SCORE_CAP, score))
}

function indexArea(area: AreaRef, scored: readonly Scored[]): Omit<AreaIndex, 'rank' | 'quarter'> {
  const chasms = CHASMS.map(({ id }) => scoreChasm(id, area, scored))
  const scores = chasms.flatMap(({ score }) => score ?? [])
  return { area, chasms, index: scores.length === CHASMS.length ? averageOf(scores) : null }
}

function scoreChasm(chasm: string, area: AreaRef, scored: readonly Scored[]): ChasmScore {
  const own = scored.filter(({ metric }) => metric.chasm === chasm)
  const known = own.flatMap(({ scores }) => scores.get(area.id) ?? [])
  return {
    chasm,
    score: known.length === 0 ? null : averageOf(known),
    metrics: own.map(({ metric, scores }) => {
      const score = scores.get(area.id) ?? null
      const weight = score === null ? 0 : 1 / CHASMS.length / known.length
      return { metricId: metric.id, score, weight }
    }),
  }
}

function placeAreas(areas: readonly Omit<AreaIndex, 'rank' | 'quarter'>[]): AreaIndex[] {
  const all = areas.flatMap(({ index }) => index ?? [])
  return areas.map((area) => {
    const { index } = area
    if (index === null) return { ...area, rank: null, quarter: null }
    return {
      ...area,
      rank: all.filter((other) => other > index).length + 1,
      quarter: all.length < FEWEST_AREAS ? null : quarterOf(index, all),
    }
  })
}

function quarterOf(index: number, all: readonly number[]): 1 | 2 | 3 | 4 {
  const reaches = (share: number) => index >= (percentileOf(all, share) ?? index)
  if (reaches(0.75)) return 1
  if (reaches(0.5)) return 2
  return reaches(0.25) ? 3 : 4
}

function averageOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
