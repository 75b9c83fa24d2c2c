import type { Actor } from '../../../app/domain/access/actor'
import { mayDo } from '../../../app/domain/access/rights'
import type { Metric } from '../../../app/domain/metrics/metric'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type Period, listPeriods } from '../../../app/domain/metrics/period'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { describeTarget } from '../../../app/domain/targets/describe-target'
import {
  type SetTarget,
  type TargetChoices,
  parseTarget,
} from '../../../app/domain/targets/parse-target'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import { tellStrategies } from '../metrics/tell-strategies'
import type { TargetsAdapters } from './targets-services'

export interface SetTargetInput extends MetricInput {
  readonly typed: Readonly<Record<string, string>>
}

const LONGEST_REASON = 1000

export interface TargetForm {
  readonly metric: Metric
  readonly choices: TargetChoices
  /** That are over, newest first: a baseline is of one of them. */
  readonly periods: readonly Period[]
  /** What is set now. */
  readonly set: SetTarget | null
}

/** What the form offers, for those who may set a target. */
export async function readTargetForm(
  adapters: TargetsAdapters,
  actor: Actor | null,
  input: MetricInput,
): Promise<Outcome<TargetForm>> {
  const metric = await findForChange(adapters, actor, input)
  if (!metric.ok) return metric
  const { id, area } = metric.value
  const [choices, stored] = await Promise.all([
    adapters.targets.listChoices(id, area.id),
    adapters.targets.listTargets(id),
  ])
  const today = dayOfInstant(adapters.now())
  const from = `${Number(today.slice(0, 4)) - 10}${today.slice(4)}`
  return done({
    metric: metric.value,
    choices,
    periods: listPeriods(metric.value, { from, today }),
    set: stored[0]?.set ?? null,
  })
}

/** Sets a metric's own target; the one before stays on record. */
export async function setTarget(
  adapters: TargetsAdapters,
  actor: Actor | null,
  input: SetTargetInput,
): Promise<Outcome<SetTarget>> {
  const found = await findForChange(adapters, actor, input)
  if (!found.ok) return found
  const metric = found.value
  const choices = await adapters.targets.listChoices(metric.id, metric.area.id)
  const parsed = parseTarget(input.typed, metric, choices)
  if (!parsed.ok) return parsed
  const reason = readReason(input.typed)
  if (!reason.ok) return reason
  await keep(adapters, { actor, metric, set: parsed.value, reason: reason.value })
  return parsed
}

/** Takes the target away; it stays on record. */
export async function removeTarget(
  adapters: TargetsAdapters,
  actor: Actor | null,
  input: SetTargetInput,
): Promise<Outcome<null>> {
  const found = await findForChange(adapters, actor, input)
  if (!found.ok) return found
  const [newest] = await adapters.targets.listTargets(found.value.id)
  if (!newest?.set) return refuse('conflict', 'There is no target any more. Nothing was changed.')
  const reason = readReason(input.typed)
  if (!reason.ok) return reason
  await keep(adapters, { actor, metric: found.value, set: null, reason: reason.value })
  return done(null)
}

async function findForChange(
  adapters: TargetsAdapters,
  actor: Actor | null,
  input: MetricInput,
): Promise<Outcome<Metric>> {
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const allowed = mayDo(actor, 'manage_metrics', found.value)
  return allowed.ok ? found : allowed
}

function readReason(typed: Readonly<Record<string, string>>): Outcome<string> {
  const reason = typed['reason']?.trim() ?? ''
  if (reason.length <= LONGEST_REASON && !reason.includes('\u0000')) return done(reason)
  return refuse('invalid', 'Nothing was saved; what you typed is still here.', {
    reason: 'Use 1,000 characters or fewer, without control characters.',
  })
}

interface Kept {
  readonly actor: Actor | null
  readonly metric: Metric
  readonly set: SetTarget | null
  readonly reason: string
}

async function keep(adapters: TargetsAdapters, { actor, metric, set, reason }: Kept) {
  const at = adapters.now()
  const personId = actor?.personId ?? ''
  await adapters.targets.addTarget({
    id: adapters.newId(),
    metricId: metric.id,
    set,
    reason,
    personId,
    at,
    audit: {
      at,
      actorId: personId,
      action: set ? 'metric.target_set' : 'metric.target_removed',
      subject: metric.id,
      data: { target: set ? describeTarget(set.target, metric) : null, reason },
    },
  })
  await tellStrategies(adapters, metric.partnershipId)
}
