import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { type AreaReading, valueOf } from '../../../app/domain/comparison/area-reading'
import {
  type IndexArea,
  type IndexOnDay,
  type IndexOverTime,
  oldestDayFor,
  scoreOverTime,
} from '../../../app/domain/comparison/index-over-time'
import { type AreaIndex, whyNoWhole } from '../../../app/domain/comparison/integration-index'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { AreaRef, Metric } from '../../../app/domain/metrics/metric'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { MetricStore } from '../metrics/metric-store'
import type { ComparisonStore, StoredIndexRow } from './comparison-store'

export interface IntegrationAdapters {
  readonly comparison: ComparisonStore
  readonly metrics: MetricStore
  readonly now: () => Date
}

/** A metric of a chasm, with the arithmetic of its score. */
export interface IndexPart extends Pick<
  Metric,
  'id' | 'plainTitle' | 'unit' | 'decimals' | 'polarity'
> {
  readonly chasm: string
  readonly period: string
  /** The area's own. */
  readonly own: number | 'suppressed' | 'missing'
  readonly scale: IndexOnDay['scales'][number] | null
  readonly score: number | null
  readonly weight: number
  /** Why it does not count; empty when it does. */
  readonly why: string
}

export interface IndexPoint {
  readonly day: string
  readonly index: number | null
  readonly rank: number | null
  /** Areas that have an index. */
  readonly of: number
  readonly chasms: readonly { readonly chasm: string; readonly score: number | null }[]
}

export interface Integration {
  /** Null without a metric that has a chasm. */
  readonly area: AreaRef | null
  /** Of the areas it stands among. */
  readonly level: string
  /** The last end of a quarter; null without a metric that has a chasm. */
  readonly day: string | null
  readonly own: AreaIndex | null
  readonly parts: readonly IndexPart[]
  /** Why there is no whole index; empty when there is. */
  readonly why: string
  readonly areas: readonly AreaIndex[]
  /** Oldest first. */
  readonly course: readonly IndexPoint[]
  /** Some of the values are the demonstration's and not published by anybody. */
  readonly isInvented: boolean
  /** May say which chasm a metric tells of. */
  readonly mayManage: boolean
}

/** The integration index of the area that most of the metrics are about, among areas of England of its kind. */
export async function readIntegration(
  { comparison, metrics, now }: IntegrationAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Integration>> {
  const partnershipId = await metrics.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', { partnershipId })
  if (!allowed.ok) return allowed
  const all = await metrics.listMetrics(partnershipId)
  const used = all.filter(({ chasm, retiredOn }) => chasm !== null && retiredOn === null)
  const mayManage = has(actor, 'manage_metrics', { partnershipId })
  const area = findArea(used)
  if (!area) return done({ ...NOTHING, mayManage })
  const level = area.level === 'system' ? 'icb' : area.level
  const peers = await comparison.listDatedAreas(partnershipId, level)
  const areas: IndexArea[] = peers.some(({ id }) => id === area.id)
    ? [...peers]
    : [...peers, { ...area, from: '', to: null }]
  const today = dayOfInstant(now())
  const rows = await comparison.readIndexRows({
    metricIds: used.map(({ id }) => id),
    areaIds: areas.map(({ id }) => id),
    since: oldestDayFor(today),
  })
  const scored = scoreOverTime(areas, toSources(used, rows), today)
  const isInvented = rows.some(({ origin }) => origin === 'demonstration')
  return done({ area, level, mayManage, isInvented, ...tell(area, used, scored) })
}

const NOTHING = {
  area: null,
  level: '',
  day: null,
  own: null,
  parts: [],
  why: '',
  areas: [],
  course: [],
  isInvented: false,
} satisfies Omit<Integration, 'mayManage'>

/** What most of the metrics are about; of equals the first by code. */
function findArea(metrics: readonly Metric[]): AreaRef | null {
  const counts = new Map<string, number>()
  for (const { area } of metrics) counts.set(area.id, (counts.get(area.id) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return metrics.find(({ area }) => counts.get(area.id) === most)?.area ?? null
}

function toSources(metrics: readonly Metric[], rows: readonly StoredIndexRow[]) {
  const byMetric = new Map<string, StoredIndexRow[]>(metrics.map(({ id }) => [id, []]))
  for (const row of rows) byMetric.get(row.metricId)?.push(row)
  return metrics.map(({ id, plainTitle, chasm, polarity, valueType }) => ({
    id,
    title: plainTitle,
    chasm: chasm ?? '',
    polarity,
    valueType,
    rows: byMetric.get(id) ?? [],
  }))
}

function tell(area: AreaRef, used: readonly Metric[], { newest, course }: IndexOverTime) {
  return {
    day: newest.day,
    own: ownOf(newest, area),
    parts: used.map((metric) => toPart(metric, area, newest)),
    why: whyNoWhole(newest, newest.metrics),
    areas: newest.areas,
    course: course.map((day) => toPoint(day, area)),
  }
}

function toPart(metric: Metric, area: AreaRef, newest: IndexOnDay): IndexPart {
  const { id, plainTitle, unit, decimals, polarity } = metric
  const read = newest.metrics.find((one) => one.id === id)
  const own = valueIn(read?.readings ?? [], area)
  const unfit = newest.leftOut.find(({ metricId }) => metricId === id)
  return {
    id,
    plainTitle,
    unit,
    decimals,
    polarity,
    own,
    ...findScore(id, ownOf(newest, area)),
    chasm: metric.chasm ?? '',
    period: read?.period?.label ?? '',
    scale: newest.scales.find(({ metricId }) => metricId === id) ?? null,
    why: unfit ? unfit.why : whyWithout(own, metric, area),
  }
}

function valueIn(readings: readonly AreaReading[], area: AreaRef): IndexPart['own'] {
  return valueOf(readings.find((one) => one.area.id === area.id)?.reading ?? null)
}

function findScore(id: string, own: AreaIndex | null): Pick<IndexPart, 'score' | 'weight'> {
  const scored = own?.chasms.flatMap(({ metrics }) => metrics) ?? []
  const { score, weight } = scored.find(({ metricId }) => metricId === id) ?? NO_SCORE
  return { score, weight }
}

const NO_SCORE = { score: null, weight: 0 }

function whyWithout(own: IndexPart['own'], { plainTitle }: Metric, area: AreaRef): string {
  if (own === 'suppressed')
    return `The value of ${area.name} for “${plainTitle}” is suppressed (c).`
  return own === 'missing' ? `${area.name} has no value for “${plainTitle}”.` : ''
}

function ownOf(day: IndexOnDay, area: AreaRef): AreaIndex | null {
  return day.areas.find((one) => one.area.id === area.id) ?? null
}

function toPoint(day: IndexOnDay, area: AreaRef): IndexPoint {
  const own = ownOf(day, area)
  return {
    day: day.day,
    index: own?.index ?? null,
    rank: own?.rank ?? null,
    of: day.areas.filter(({ index }) => index !== null).length,
    chasms: own?.chasms.map(({ chasm, score }) => ({ chasm, score })) ?? [],
  }
}
