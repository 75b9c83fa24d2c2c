import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { parseMetricFilter } from '../domain/metrics/filter-metrics'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { MetricListPage } from '../features/metrics/metric-list-page'
import { MetricsNav } from '../features/shell/metrics-nav'
import { requireActor, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'Metrics · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const filter = parseMetricFilter(new URL(request.url).searchParams)
  const list = await context.services.metrics.listMetrics(actor, { strategyId, filter })
  return { ...unwrap(list), filter }
}

export default function Metrics() {
  const list = useLoaderData<typeof loader>()
  const refresh = useRefresh()
  const strategyId = useParams()['strategyId'] ?? ''
  useStrategyChanges(strategyId, (what) => {
    if (what === 'metrics' || what === 'blocks') refresh()
  })
  return (
    <>
      <MetricsNav strategyId={strategyId} />
      <MetricListPage {...list} />
    </>
  )
}
