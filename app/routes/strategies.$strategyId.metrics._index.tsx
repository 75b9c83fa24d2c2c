import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { MetricListPage } from '../features/metrics/metric-list-page'
import { requireActor, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'Metrics · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  return unwrap(await context.services.metrics.listMetrics(actor, params['strategyId'] ?? ''))
}

export default function Metrics() {
  const list = useLoaderData<typeof loader>()
  const refresh = useRefresh()
  useStrategyChanges(useParams()['strategyId'] ?? '', (what) => {
    if (what === 'metrics' || what === 'blocks') refresh()
  })
  return <MetricListPage {...list} />
}
