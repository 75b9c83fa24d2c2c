import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { giveUp, takeBack } from '../../../app/domain/metrics/give-up'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { findMetricOf } from '../metrics/read-metric'
import { tellStrategies } from '../metrics/tell-strategies'
import type { ChangeMetricInput } from './define-metric'
import type { LibraryAdapters } from './library-services'

/** Gives a metric up from today, or follows it again; its values stay either way. */
export async function giveUpMetric(
  adapters: LibraryAdapters,
  actor: Actor | null,
  { typed, ...ids }: ChangeMetricInput,
): Promise<Outcome<{ retiredOn: string | null }>> {
  const found = await findMetricOf(adapters, actor, ids)
  if (!found.ok) return found
  const allowed = mayDo(actor, 'manage_metrics', found.value)
  if (!allowed.ok) return allowed
  const at = adapters.now()
  const isBack = typed['intent'] === 'take_back'
  const retiredOn = isBack ? null : dayOfInstant(at)
  const changed = await adapters.library.changeMetric(ids.metricId, ({ metric }) => {
    const decided = isBack ? takeBack(metric) : giveUp(metric, typed['reason'] ?? '')
    if (!decided.ok) return decided
    const audit = {
      at,
      actorId: allowed.value.personId,
      action: isBack ? 'metric.taken_back' : 'metric.given_up',
      subject: ids.metricId,
      data: { reason: decided.value },
    }
    return done({ retiredOn, audit })
  })
  if (!changed) return refuse('not_found', NOT_FOUND)
  if (!changed.ok) return changed
  await tellStrategies(adapters, found.value.partnershipId)
  return done({ retiredOn })
}
