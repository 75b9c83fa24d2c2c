import type { Metric } from '../../../app/domain/metrics/metric'
import type { Observation } from '../../../app/domain/metrics/observation'
import type { MetricStore } from './metric-store'

type Asked = Pick<Metric, 'id' | 'area' | 'version' | 'valueType' | 'unit'>

export type ReadValues = (
  metrics: readonly Asked[],
) => Promise<ReadonlyMap<string, readonly Observation[]>>

/** One metric's values are some 20 KB for five years of months. */
const MOST = 2_000

/**
 * Values as they were read, kept while they stay as they are: a metric's version counts up with each change of them. Whoever gave
 * a value is named as when it was read, so pages that name people read for themselves.
 */
export function rememberValues(
  metrics: Pick<MetricStore, 'readObservations'>,
  most = MOST,
): ReadValues {
  const known = new Map<string, { readonly key: string; readonly rows: readonly Observation[] }>()
  return async (asked) => {
    const found = new Map<string, readonly Observation[]>()
    const missing = asked.filter((metric) => {
      const kept = known.get(metric.id)
      if (kept?.key !== keyOf(metric)) return true
      found.set(metric.id, kept.rows)
      return false
    })
    const read = missing.length === 0 ? null : await metrics.readObservations(missing)
    for (const metric of missing) found.set(metric.id, read?.get(metric.id) ?? [])
    for (const metric of asked) {
      // The one asked for longest ago goes first.
      known.delete(metric.id)
      known.set(metric.id, { key: keyOf(metric), rows: found.get(metric.id) ?? [] })
    }
    for (const id of known.keys()) {
      if (known.size <= most) break
      known.delete(id)
    }
    return found
  }
}

function keyOf({ version, area }: Asked): string {
  return `${version} ${area.id}`
}
