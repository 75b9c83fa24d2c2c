import type { Actor } from '../../../app/domain/access/actor'
import { has } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type Metric, spacingOf } from '../../../app/domain/metrics/metric'
import { type Observation, findLatest } from '../../../app/domain/metrics/observation'
import { isPercent } from '../../../app/domain/numbers/unit'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { type Evidence, resolveAim } from '../../../app/domain/targets/aim'
import { describeTarget } from '../../../app/domain/targets/describe-target'
import { type Forecast, type NoForecast, forecastAim } from '../../../app/domain/targets/forecast'
import {
  type JudgedTarget,
  TARGET_STATE_WORDS,
  judgeTarget,
} from '../../../app/domain/targets/judge-target'
import type { SetTarget } from '../../../app/domain/targets/parse-target'
import { type DatedValue } from '../../../app/domain/targets/target'
import { listCourse } from '../../../app/domain/targets/trajectory'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import type { StoredTarget } from './target-store'
import type { TargetsAdapters } from './targets-services'

/** What is known of a metric's own target today. Numbers are in what the target measures. */
export interface StandingTarget {
  readonly stored: StoredTarget & { readonly set: SetTarget }
  readonly sentence: string
  readonly judged: JudgedTarget
  readonly words: string
  /** Null when it cannot be measured. */
  readonly wanted: number | null
  /** From the baseline over its steps to the target; empty without a baseline. */
  readonly course: readonly DatedValue[]
  readonly forecast: Forecast | NoForecast | null
}

export interface TargetDetail {
  readonly standing: StandingTarget | null
  /** Targets that were set before, newest first, each in a sentence. */
  readonly earlier: readonly EarlierTarget[]
  readonly maySet: boolean
}

export interface EarlierTarget extends Pick<StoredTarget, 'id' | 'reason' | 'by' | 'at'> {
  readonly sentence: string
}

/** The metric's own target, how it stands to it, and those it had before; for anyone who may read the metric. */
export async function readTarget(
  adapters: TargetsAdapters,
  actor: Actor | null,
  input: MetricInput,
): Promise<Outcome<TargetDetail>> {
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const metric = found.value
  const [newest, ...earlier] = await adapters.targets.listTargets(metric.id)
  return done({
    standing: newest?.set ? await judge(adapters, metric, { ...newest, set: newest.set }) : null,
    earlier: (newest?.set ? earlier : newest ? [newest, ...earlier] : []).map((one) => ({
      id: one.id,
      reason: one.reason,
      by: one.by,
      at: one.at,
      sentence: one.set ? describeTarget(one.set.target, metric) : 'The target was taken away.',
    })),
    maySet: has(actor, 'manage_metrics', metric),
  })
}

async function judge(
  adapters: TargetsAdapters,
  metric: Metric,
  stored: StandingTarget['stored'],
): Promise<StandingTarget> {
  const { target } = stored.set
  const evidence = await gatherEvidence(adapters, metric, stored.set)
  const judged = judgeTarget(target, evidence, dayOfInstant(adapters.now()))
  const aim = resolveAim(target, evidence)
  const bounds = isPercent(metric.unit) ? { least: 0, most: 100 } : undefined
  return {
    stored,
    sentence: describeTarget(target, metric),
    judged,
    words: TARGET_STATE_WORDS[judged.state],
    wanted: aim.ok ? aim.value.wanted : null,
    course: aim.ok ? listCourse(aim.value) : [],
    forecast: aim.ok
      ? forecastAim(aim.value, {
          spacing: spacingOf(metric.frequency),
          // A gap may lie on either side of zero.
          ...(bounds && !target.kind.startsWith('gap') ? { bounds } : {}),
        })
      : null,
  }
}

/** Only what this kind of target is judged by is read. */
export async function gatherEvidence(
  { metrics, targets }: Pick<TargetsAdapters, 'metrics' | 'targets'>,
  metric: Metric,
  { comparatorId, groupKeys, benchmarkLevel }: SetTarget,
): Promise<Evidence> {
  const ownRows = async () => (await metrics.readObservations([metric])).get(metric.id) ?? []
  const series = (areaId: string, breakdownKey: string) =>
    targets.readSeries({ metricId: metric.id, areaId, breakdownKey })
  const [own, comparator, groups] = await Promise.all([
    ownRows(),
    comparatorId === null ? null : series(comparatorId, ''),
    groupKeys &&
      Promise.all([series(metric.area.id, groupKeys[0]), series(metric.area.id, groupKeys[1])]),
  ])
  const benchmark = benchmarkLevel === null ? null : await readBenchmark(own, benchmarkLevel)
  return {
    polarity: metric.polarity,
    own,
    ...(comparator && { comparator }),
    ...(groups && { groups }),
    ...(benchmark && { benchmark }),
  }

  async function readBenchmark(rows: readonly Observation[], level: string) {
    const latest = findLatest(rows)
    return latest ? targets.readLevelValues(metric.id, level, latest.period.start) : []
  }
}
