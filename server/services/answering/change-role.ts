import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo } from '../../../app/domain/access/rights'
import {
  type DriverCaps,
  type ScorecardMetric,
  changeRole,
} from '../../../app/domain/answering/driver-watch'
import { METRIC_ROLES, type Metric } from '../../../app/domain/metrics/metric'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { DashboardBlock } from '../../../app/domain/progress/dashboard-block'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import { tellStrategies } from '../metrics/tell-strategies'
import type { AnsweringAdapters } from './answering-store'

export interface RoleForm {
  readonly metric: Pick<Metric, 'id' | 'plainTitle' | 'role'>
  readonly isLinked: boolean
  readonly maySet: boolean
  readonly caps: DriverCaps
  /** Of the whole strategy, by code. */
  readonly drivers: readonly { readonly id: string; readonly title: string }[]
}

export interface RoleInput extends MetricInput {
  readonly role: string
  /** A driver that becomes a watch metric instead; empty: none. */
  readonly swapOutId: string
}

/** A metric's role and what a change of it is decided by, for anyone who may read the metric. */
export async function readRoleForm(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  input: MetricInput,
): Promise<Outcome<RoleForm>> {
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const metric = found.value
  const [{ caps }, metrics, blocks] = await Promise.all([
    adapters.answering.readRules(metric.partnershipId),
    adapters.metrics.listMetrics(metric.partnershipId),
    adapters.blocks.readBlocks(input.strategyId),
  ])
  return done({
    metric: { id: metric.id, plainTitle: metric.plainTitle, role: metric.role },
    isLinked: listLinked(blocks).has(metric.id),
    maySet: has(actor, 'manage_metrics', metric),
    caps,
    drivers: metrics
      .filter(
        ({ id, role, retiredOn }) => role === 'driver' && retiredOn === null && id !== metric.id,
      )
      .map(({ id, plainTitle }) => ({ id, title: plainTitle })),
  })
}

/** Makes a metric a driver or a watch metric, within the caps and with a swap in the same step (rules AN14–AN18). */
export async function setRole(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  { role, swapOutId, ...ids }: RoleInput,
): Promise<Outcome<void>> {
  const found = await findManaged(adapters, actor, ids)
  if (!found.ok) return found
  const to = METRIC_ROLES.find((one) => one === role)
  if (!to) return refuse('invalid', 'Choose a role.', { role: 'Choose a role.' })
  const { metric, personId } = found.value
  const linked = listLinked(await adapters.blocks.readBlocks(ids.strategyId))
  const at = adapters.now()
  const change = { metricId: metric.id, to, ...(swapOutId ? { swapOutId } : {}) }
  const changed = await adapters.answering.changeRoles(metric.partnershipId, (metrics, caps) => {
    const before = metrics
      .filter(({ retiredOn }) => retiredOn === null)
      .map((one) => toScorecard(one, linked))
    const after = changeRole(before, change, caps)
    if (!after.ok) return after
    const roles = after.value.filter(({ id, role: now }, index) => {
      return now !== before[index]?.role && id === before[index]?.id
    })
    return done({
      roles: roles.map(({ id, role: now }) => ({ id, role: now })),
      audit: {
        at,
        actorId: personId,
        action: 'metric.role_changed',
        subject: metric.id,
        data: { to, swappedOut: swapOutId || null },
      },
    })
  })
  if (!changed.ok) return changed
  await tellStrategies(adapters, metric.partnershipId)
  return done(undefined)
}

async function findManaged(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  ids: MetricInput,
): Promise<Outcome<{ metric: Metric; personId: string }>> {
  const found = await findMetricOf(adapters, actor, ids)
  if (!found.ok) return found
  const allowed = mayDo(actor, 'manage_metrics', found.value)
  return allowed.ok ? done({ metric: found.value, personId: allowed.value.personId }) : allowed
}

/** Metrics an objective of the text is measured by. */
function listLinked(blocks: readonly DashboardBlock[]): ReadonlySet<string> {
  return new Set(
    blocks
      .filter((block) => !block.orphaned && block.chapterId !== null)
      .flatMap((block) => block.metricLinks.map(({ metricId }) => metricId)),
  )
}

/** A scorecard is that of the area a metric is of. */
function toScorecard(
  { id, plainTitle, area, role }: Metric,
  linked: ReadonlySet<string>,
): ScorecardMetric {
  return { id, title: plainTitle, scorecard: area.id, role, isLinked: linked.has(id) }
}
