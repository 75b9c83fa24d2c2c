import type { RegisterMetric } from './registers'
import { describeLatest } from './resolve-links'

/** A metric in a line of text: its name, its latest value and the period that is of. SPEC.md, LK14. */
export function describeChip(metric: RegisterMetric | undefined): string {
  if (!metric) return 'A metric that is no longer in the register'
  return `${metric.plainTitle || metric.title}: ${describeLatest(metric.latest, metric)}`
}
