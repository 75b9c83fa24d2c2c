import type { MetricStore, MetricsAdapters } from './metric-store'

/** Tells the open pages of every strategy of the partnership that figures have changed. */
export async function tellStrategies(
  {
    metrics,
    notices,
  }: Pick<MetricsAdapters, 'notices'> & { readonly metrics: Pick<MetricStore, 'listStrategyIds'> },
  partnershipId: string,
): Promise<void> {
  for (const strategyId of await metrics.listStrategyIds(partnershipId))
    notices.changed(strategyId, 'metrics')
}
