import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams, useRevalidator } from '@remix-run/react'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { MetricListPage } from '../features/metrics/metric-list-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Metrics · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  return unwrap(await context.services.metrics.listMetrics(actor, params['strategyId'] ?? ''))
}

export default function Metrics() {
  const list = useLoaderData<typeof loader>()
  const { revalidate } = useRevalidator()
  useStrategyChanges(useParams()['strategyId'] ?? '', (what) => {
    if (what === 'metrics' || what === 'blocks') revalidate()
  })
  return <MetricListPage {...list} />
}
