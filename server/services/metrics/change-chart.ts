import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type ChartChoice,
  changeMethod,
  changeRebases,
} from '../../../app/domain/metrics/chart-choice'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { MetricState, MetricsAdapters } from './metric-store'
import { type MetricInput, findMetricOf } from './read-metric'
import { tellStrategies } from './tell-strategies'

export interface ChangeChartInput extends MetricInput {
  /** `intent` is `rebase`, `keep_limits` or `method`. */
  readonly typed: Readonly<Record<string, string>>
}

/** Chooses how a metric's control chart is drawn; what was chosen before stays on record. */
export async function changeChart(
  adapters: MetricsAdapters,
  actor: Actor | null,
  { typed, ...ids }: ChangeChartInput,
): Promise<Outcome<ChartChoice>> {
  const found = await findMetricOf(adapters, actor, ids)
  if (!found.ok) return found
  const allowed = mayDo(actor, 'manage_metrics', found.value)
  if (!allowed.ok) return allowed
  const at = adapters.now()
  const { personId } = allowed.value
  const changed = await adapters.metrics.addChartChoice(ids.metricId, (state) => {
    const choice = readChange(state, typed)
    if (!choice.ok) return choice
    const reason = typed['intent'] === 'rebase' ? (typed['reason'] ?? '').trim() : ''
    const audit = {
      at,
      actorId: personId,
      action: 'metric.chart_changed',
      subject: ids.metricId,
      data: { change: typed['intent'] ?? '', start: typed['start'] ?? null, reason },
    }
    return done({ id: adapters.newId(), choice: choice.value, reason, personId, at, audit })
  })
  if (!changed) return refuse('not_found', NOT_FOUND)
  if (!changed.ok) return changed
  await tellStrategies(adapters, found.value.partnershipId)
  return done(changed.value.choice)
}

function readChange(
  { metric, rows }: MetricState,
  typed: ChangeChartInput['typed'],
): Outcome<ChartChoice> {
  if (typed['intent'] === 'method') return changeMethod(metric.chart, typed)
  return changeRebases(metric.chart, typed, rows)
}
