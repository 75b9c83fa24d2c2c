import type { Actor } from '../access/actor'
import { has, mayDo } from '../access/rights'
import { type Outcome, done, refuse } from '../outcome/outcome'
import type { Metric } from './metric'

type Answered = Pick<Metric, 'partnershipId' | 'lead' | 'deputy'>

/** Who may record an observation of this metric (rules ME28, ME29). */
export function mayRecord(actor: Actor | null, metric: Answered): Outcome<Actor> {
  const reader = mayDo(actor, 'read', metric)
  if (!reader.ok) return reader
  const { personId, role } = reader.value
  if (personId === metric.lead?.id || personId === metric.deputy?.id) return reader
  const isForOwnOnly = role === 'metric_lead'
  if (has(actor, 'record_observation', metric) && !isForOwnOnly) return done(reader.value)
  return refuse(
    'forbidden',
    'Only this metric’s lead and deputy, the chair and editors may record a value. Nothing was saved.',
  )
}
