import type { Actor } from '../../../app/domain/access/actor'
import {
  type AreaReading,
  listAbsent,
  readAreas,
} from '../../../app/domain/comparison/area-reading'
import { type Funnel, drawFunnel } from '../../../app/domain/comparison/funnel'
import { type Spread, measureSpread } from '../../../app/domain/comparison/measure-spread'
import {
  type Opportunities,
  measureOpportunities,
} from '../../../app/domain/comparison/opportunity'
import { type Ranking, rankAreas } from '../../../app/domain/comparison/rank-areas'
import type { AreaRef, Metric } from '../../../app/domain/metrics/metric'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { MetricStore } from '../metrics/metric-store'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import type { ComparisonStore, PeriodChoice } from './comparison-store'

export interface ComparisonAdapters {
  readonly comparison: ComparisonStore
  readonly metrics: MetricStore
}

export interface CompareInput extends MetricInput {
  /** The start of a period; the newest unless it is one there is. */
  readonly period: string | null
  /** Of the areas; the first there is unless it is one of them. */
  readonly level: string | null
}

/** Either what it says, or the sentence that says why it says nothing. */
export type Said<T> = { readonly says: T } | { readonly why: string }

export interface AreaComparison {
  readonly metric: Metric
  readonly periods: readonly PeriodChoice[]
  readonly levels: readonly string[]
  /** Null without any value. */
  readonly period: PeriodChoice | null
  readonly level: string | null
  readonly readings: readonly AreaReading[]
  /** Some of the values are the demonstration's and not published by anybody. */
  readonly isInvented: boolean
  readonly ranking: Ranking
  readonly absent: readonly { readonly area: AreaRef; readonly why: string }[]
  readonly spread: Said<Spread>
  readonly funnel: Said<Funnel>
  readonly opportunities: Said<Opportunities>
}

/** One metric's values in one period, of the areas of one level and its own. */
export async function compareAreas(
  adapters: ComparisonAdapters,
  actor: Actor | null,
  input: CompareInput,
): Promise<Outcome<AreaComparison>> {
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const metric = found.value
  const chosen = await choose(adapters, metric, input)
  const { period, level } = chosen
  if (!period)
    return done({ metric, ...chosen, readings: [], isInvented: false, ...judge([], metric) })
  const [rows, peers] = await Promise.all([
    adapters.comparison.readPeriod(metric.id, period.start),
    level ? listPeers(adapters, metric, { period, level }) : [],
  ])
  const readings = readAreas(peers, rows, period.start)
  const isInvented = rows.some(({ origin }) => origin === 'demonstration')
  return done({ metric, ...chosen, readings, isInvented, ...judge(readings, metric) })
}

/** What was asked for where there is such a thing, else the newest period and the first level. */
async function choose(
  { comparison }: ComparisonAdapters,
  metric: Metric,
  asked: Pick<CompareInput, 'period' | 'level'>,
) {
  const periods = await comparison.listPeriods(metric.id, metric.area.id)
  const period = periods.find(({ start }) => start === asked.period) ?? periods[0] ?? null
  const all = period ? await comparison.listLevels(metric.id, period.start) : []
  const levels = all.filter((level) => level !== metric.area.level && level !== 'country')
  const level = levels.find((one) => one === asked.level) ?? levels[0] ?? null
  return { periods, period, levels, level }
}

async function listPeers(
  { comparison }: ComparisonAdapters,
  metric: Metric,
  { period, level }: { period: PeriodChoice; level: string },
): Promise<readonly AreaRef[]> {
  const areas = await comparison.listAreas(metric.partnershipId, level, period.start)
  // Its own places make up an area: only areas of its own kind stand beside it.
  return level === 'place' ? areas : [...areas, metric.area]
}

function judge(readings: readonly AreaReading[], metric: Metric) {
  return {
    ranking: rankAreas(readings, metric.polarity),
    absent: listAbsent(readings),
    spread: say(measureSpread(readings, metric)),
    funnel: say(drawFunnel(readings, metric)),
    opportunities: say(measureOpportunities(readings, metric)),
  }
}

function say<T>(outcome: Outcome<T>): Said<T> {
  return outcome.ok ? { says: outcome.value } : { why: outcome.refusal.message }
}
