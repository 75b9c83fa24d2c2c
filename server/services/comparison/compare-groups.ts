import { has } from '../../../app/domain/access/rights'
import type { Actor } from '../../../app/domain/access/actor'
import type { Reading } from '../../../app/domain/comparison/area-reading'
import {
  type GroupComparison,
  type GroupPeriod,
  compareGroups,
  listGroupPeriods,
} from '../../../app/domain/comparison/compare-groups'
import { type GroupSet, listGroupSets } from '../../../app/domain/comparison/group-sets'
import type { Metric } from '../../../app/domain/metrics/metric'
import { keepCurrent } from '../../../app/domain/metrics/observation'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import type { ComparisonAdapters } from './compare-areas'

export interface GroupsInput extends MetricInput {
  /** The id of a set of groups; the first there is unless it is one of them. */
  readonly set: string | null
  /** The start of a period; the newest unless it is one there is. */
  readonly period: string | null
}

export interface ShownGroups extends GroupComparison {
  readonly set: GroupSet
  readonly periods: readonly GroupPeriod[]
  readonly period: GroupPeriod
  /** Of everybody the metric is about, in the period shown. */
  readonly everybody: Reading | null
  /** Some of the values are the demonstration's and not published by anybody. */
  readonly isInvented: boolean
}

export interface MetricGroups {
  readonly metric: Metric
  readonly sets: readonly Pick<GroupSet, 'id' | 'name'>[]
  /** Null where the metric has no values of groups. */
  readonly shown: ShownGroups | null
  readonly mayImport: boolean
}

/** One metric's values of one set of groups of its own area, and the gap between two of them over time. */
export async function readMetricGroups(
  adapters: ComparisonAdapters,
  actor: Actor | null,
  input: GroupsInput,
): Promise<Outcome<MetricGroups>> {
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const metric = found.value
  const area = { metricId: metric.id, areaId: metric.area.id }
  const sets = listGroupSets(await adapters.comparison.listBreakdowns(area))
  const set = sets.find(({ id }) => id === input.set) ?? sets[0]
  const shown = set ? await showSet(adapters, { metric, set, period: input.period }) : null
  return done({
    metric,
    sets: sets.map(({ id, name }) => ({ id, name })),
    shown,
    mayImport: has(actor, 'manage_metrics', metric),
  })
}

interface Chosen {
  readonly metric: Metric
  readonly set: GroupSet
  readonly period: string | null
}

async function showSet(
  { comparison, metrics }: ComparisonAdapters,
  { metric, set, period: asked }: Chosen,
): Promise<ShownGroups | null> {
  const keys = set.groups.map(({ key }) => key)
  const [rows, own] = await Promise.all([
    comparison.readGroups({ metricId: metric.id, areaId: metric.area.id, keys }),
    metrics.readObservations([metric]),
  ])
  const periods = listGroupPeriods(rows)
  const period = periods.find(({ start }) => start === asked) ?? periods[0]
  if (!period) return null
  const { start } = period
  const everybody =
    keepCurrent(own.get(metric.id) ?? []).find((row) => row.period.start === start) ?? null
  const isInvented = [...rows.values()].flat().some(({ origin }) => origin === 'demonstration')
  const compared = compareGroups({ set, rows, start, metric })
  return { set, periods, period, everybody, isInvented, ...compared }
}
