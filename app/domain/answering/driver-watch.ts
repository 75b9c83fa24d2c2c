import type { MetricRole } from '../metrics/metric'
import { countOf } from '../numbers/format-number'
import { type Outcome, done, refuse } from '../outcome/outcome'

export const METRIC_ROLE_LABELS: Record<MetricRole, string> = {
  driver: 'Driver: worked on now',
  watch: 'Watch: looked at, not worked on',
  parked: 'Parked: measures no objective',
}

/** How many drivers there may be. */
export interface DriverCaps {
  readonly perScorecard: number
  readonly perStrategy: number
}

/** As NHS improvement programmes have it: about five a scorecard (domain model 1.5, complaint 2). */
export const DEFAULT_CAPS: DriverCaps = { perScorecard: 5, perStrategy: 10 }

export interface ScorecardMetric {
  readonly id: string
  readonly title: string
  /** The goal, place or body whose scorecard it is on. */
  readonly scorecard: string
  readonly role: MetricRole
  readonly isLinked: boolean
}

export interface RoleChange {
  readonly metricId: string
  readonly to: MetricRole
  /** A driver that becomes a watch metric at the same time. */
  readonly swapOutId?: string
}

/** The metrics after a change of role, or why not (rules AN14–AN18). */
export function changeRole(
  metrics: readonly ScorecardMetric[],
  change: RoleChange,
  caps: DriverCaps = DEFAULT_CAPS,
): Outcome<readonly ScorecardMetric[]> {
  const metric = metrics.find(({ id }) => id === change.metricId)
  if (!metric) return refuse('not_found', 'This metric is no longer there. Nothing was changed.')
  if (!metric.isLinked && change.to !== 'parked')
    return refuse('invalid', `“${metric.title}” measures no objective. Link it to one first.`)
  if (metric.isLinked && change.to === 'parked')
    return refuse('invalid', `“${metric.title}” measures an objective. Remove that link first.`)
  const after = metrics.map((one) => {
    if (one.id === change.metricId) return { ...one, role: change.to }
    const isSwapped = one.id === change.swapOutId && one.role === 'driver'
    return isSwapped ? { ...one, role: 'watch' as const } : one
  })
  const problem = change.to === 'driver' ? findOverCap(after, metric.scorecard, caps) : null
  return problem === null ? done(after) : refuse('conflict', problem)
}

function findOverCap(
  metrics: readonly ScorecardMetric[],
  scorecard: string,
  caps: DriverCaps,
): string | null {
  const drivers = metrics.filter(({ role }) => role === 'driver')
  const own = drivers.filter((metric) => metric.scorecard === scorecard)
  if (own.length > caps.perScorecard)
    return `This scorecard has ${countOf(caps.perScorecard, 'driver')} already. Choose one to make a watch metric instead.`
  if (drivers.length > caps.perStrategy)
    return `The strategy has ${countOf(caps.perStrategy, 'driver')} already. Choose one to make a watch metric instead.`
  return null
}
