import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { mayRecord } from '../../../app/domain/metrics/may-record'
import { type Observation, keepCurrent } from '../../../app/domain/metrics/observation'
import type { NewObservation, TypedObservation } from '../../../app/domain/metrics/observation-form'
import { parseObservation } from '../../../app/domain/metrics/parse-observation'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { MetricState, MetricsAdapters, NewRow } from './metric-store'
import { tellStrategies } from './tell-strategies'
import { type MetricInput, findMetricOf } from './read-metric'

export interface RecordInput extends MetricInput {
  readonly typed: TypedObservation
}

/** Adds a reading, or a correction that supersedes one. Nothing is ever overwritten. */
export async function recordObservation(
  adapters: MetricsAdapters,
  actor: Actor | null,
  input: RecordInput,
): Promise<Outcome<Observation>> {
  const { metricId, typed } = input
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const at = adapters.now()
  const added = await adapters.metrics.addObservation(metricId, ({ metric, rows }) => {
    const allowed = mayRecord(actor, metric)
    if (!allowed.ok) return allowed
    const known = { current: keepCurrent(rows), today: dayOfInstant(at) }
    const parsed = parseObservation(typed, metric, known)
    if (!parsed.ok) return parsed
    const id = adapters.newId()
    return done(writeRow({ metric, rows }, parsed.value, { id, at, actor: allowed.value }))
  })
  if (!added) return refuse('not_found', NOT_FOUND)
  if (!added.ok) return added
  await tellStrategies(adapters, found.value.partnershipId)
  return done(added.value.observation)
}

function writeRow(
  { metric }: MetricState,
  read: NewObservation,
  by: { id: string; at: Date; actor: Actor },
): NewRow {
  const { id, at, actor } = by
  const isCorrection = read.supersedesId !== null
  return {
    observation: {
      ...read,
      id,
      metricId: metric.id,
      areaId: metric.area.id,
      origin: 'entered',
      recordedBy: { id: actor.personId, name: actor.name },
      recordedAt: at.toISOString(),
      withdrawn: false,
      imported: null,
    },
    audit: {
      at,
      actorId: actor.personId,
      action: isCorrection ? 'observation.corrected' : 'observation.recorded',
      subject: metric.id,
      data: {
        observationId: id,
        period: read.period.label,
        value: read.value,
        suppressed: read.suppressed,
        supersedesId: read.supersedesId,
      },
    },
  }
}
