import type { Metric } from './metric'

/** What a metric still needs from people, in words (rule ME27). */
export function listMetricWork(metric: {
  readonly lead: Metric['lead']
  readonly hasObservations: boolean
  readonly hasTarget: boolean
}): string[] {
  return [
    ...(metric.lead ? [] : ['no lead']),
    ...(metric.hasObservations ? [] : ['no observations']),
    ...(metric.hasTarget ? [] : ['no target']),
  ]
}
