import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { MetricsAdapters } from './metric-store'
import { type MetricInput, findMetricOf } from './read-metric'
import { tellStrategies } from './tell-strategies'

export interface AssignLeadInput extends MetricInput {
  /** Null: the metric has no lead any more. */
  readonly personId: string | null
}

/** Chooses the one person who answers for a metric, among the partnership's members of today. */
export async function assignLead(
  adapters: MetricsAdapters,
  actor: Actor | null,
  input: AssignLeadInput,
): Promise<Outcome<{ leadId: string | null }>> {
  const { metricId, personId } = input
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const allowed = mayDo(actor, 'assign_metric_lead', found.value)
  if (!allowed.ok) return allowed
  const at = adapters.now()
  const members = await adapters.metrics.listMembers(found.value.partnershipId, dayOfInstant(at))
  if (personId !== null && !members.some((member) => member.id === personId))
    return refuse('invalid', 'Nothing was saved: this person is not a member of the partnership.', {
      lead: 'Choose a member of the partnership.',
    })
  const changed = await adapters.metrics.setLead(metricId, ({ metric }) => {
    const from = metric.lead?.id ?? null
    const audit = {
      at,
      actorId: allowed.value.personId,
      action: 'metric.lead_assigned',
      subject: metricId,
      data: { from, to: personId },
    }
    return done({ leadId: personId, audit: from === personId ? null : audit })
  })
  if (!changed) return refuse('not_found', NOT_FOUND)
  if (!changed.ok) return changed
  if (changed.value.audit) await tellStrategies(adapters, found.value.partnershipId)
  return done({ leadId: personId })
}
