import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { type Answering, checkAnswering } from '../../../app/domain/answering/answer-for'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { MetricsAdapters } from './metric-store'
import { type MetricInput, findMetricOf } from './read-metric'
import { tellStrategies } from './tell-strategies'

export interface AssignLeadInput extends MetricInput, Answering {}

/** Chooses the one person who answers for a metric and who stands in, among the partnership's members of today. */
export async function assignLead(
  adapters: MetricsAdapters,
  actor: Actor | null,
  { leadId, deputyId, ...ids }: AssignLeadInput,
): Promise<Outcome<Answering>> {
  const found = await findMetricOf(adapters, actor, ids)
  if (!found.ok) return found
  const allowed = mayDo(actor, 'assign_metric_lead', found.value)
  if (!allowed.ok) return allowed
  const at = adapters.now()
  const today = dayOfInstant(at)
  const members = await adapters.metrics.listMembers(found.value.partnershipId, today)
  const terms = members.map((person) => ({ person, from: today, to: null }))
  const checked = checkAnswering({ leadId, deputyId }, terms, today)
  if (!checked.ok) return checked
  const changed = await adapters.metrics.setLead(ids.metricId, ({ metric }) => {
    const from = { leadId: metric.lead?.id ?? null, deputyId: metric.deputy?.id ?? null }
    const isSame = from.leadId === leadId && from.deputyId === deputyId
    const audit = {
      at,
      actorId: allowed.value.personId,
      action: 'metric.lead_assigned',
      subject: ids.metricId,
      data: { from: from.leadId, to: leadId, deputyFrom: from.deputyId, deputyTo: deputyId },
    }
    return done({ leadId, deputyId, audit: isSame ? null : audit })
  })
  if (!changed) return refuse('not_found', NOT_FOUND)
  if (!changed.ok) return changed
  if (changed.value.audit) await tellStrategies(adapters, found.value.partnershipId)
  return checked
}
