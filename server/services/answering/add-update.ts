import type { Actor } from '../../../app/domain/access/actor'
import type { Texts } from '../../../app/domain/answering/read-texts'
import { type NewUpdate, parseUpdate } from '../../../app/domain/answering/update'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { mayRecord } from '../../../app/domain/metrics/may-record'
import { listPeriods } from '../../../app/domain/metrics/period'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import { tellStrategies } from '../metrics/tell-strategies'
import type { AnsweringAdapters } from './answering-store'

export interface UpdateInput extends MetricInput {
  readonly texts: Texts
}

/** What who answers for a metric says of a period. Said once, it stays; more can be said (rule AN37). */
export async function addUpdate(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  input: UpdateInput,
): Promise<Outcome<NewUpdate>> {
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const metric = found.value
  const allowed = mayRecord(actor, metric)
  if (!allowed.ok) return allowed
  const at = adapters.now()
  const today = dayOfInstant(at)
  const update = parseUpdate(input.texts, listPeriods(metric, { from: '2000-01-01', today }))
  if (!update.ok) return update
  const { personId } = allowed.value
  const { kind, period } = update.value
  await adapters.answering.addUpdate({
    ...update.value,
    id: adapters.newId(),
    metricId: metric.id,
    personId,
    at,
    audit: {
      at,
      actorId: personId,
      action: 'metric.update_given',
      subject: metric.id,
      data: { kind, period: period.label },
    },
  })
  await tellStrategies(adapters, metric.partnershipId)
  return update
}
