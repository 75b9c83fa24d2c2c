import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SetListPage } from '../features/metric-sets/set-list-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Agreed sets of metrics · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const list = unwrap(await context.services.metricSets.readSets(actor, { strategyId }))
  return { ...list, metricsPath: `/strategies/${encodeURIComponent(strategyId)}/metrics` }
}

export default function MetricSets() {
  return <SetListPage {...useLoaderData<typeof loader>()} />
}
