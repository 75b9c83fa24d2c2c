import type { RuleAction } from '../../domain/answering/business-rules'

/** Where each page of a metric is. */
export function pathOfMetric(strategyId: string, metricId: string): string {
  return `/strategies/${strategyId}/metrics/${metricId}`
}

/** Where what is asked is given. */
export function pathOfAction(
  action: RuleAction,
  { strategyId, metricId }: { readonly strategyId: string; readonly metricId: string },
): string {
  const root = pathOfMetric(strategyId, metricId)
  switch (action) {
    case 'comment':
    case 'structured_update':
      return `${root}/update?kind=${action}`
    case 'countermeasure_summary':
      return `${root}/countermeasures/new`
    case 'escalate':
      return `/strategies/${strategyId}/escalations/new?metric=${metricId}`
    case 'retire_to_watch':
    case 'promote_to_driver':
      return `${root}/role`
  }
}
