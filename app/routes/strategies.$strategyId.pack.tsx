import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { NARROW } from '../features/metrics/charts/lay-out-chart'
import { MetricChart } from '../features/metrics/charts/metric-chart'
import { BoardPack } from '../features/progress/board-pack'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Board pack · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  return unwrap(await context.services.strategies.readPack(actor, params['strategyId'] ?? ''))
}

export default function BoardPackRoute() {
  const pack = useLoaderData<typeof loader>()
  return (
    <BoardPack
      {...pack}
      strategyPath={`/strategies/${useParams()['strategyId'] ?? ''}`}
      renderChart={(series, name) => <MetricChart series={series} name={name} size={NARROW} />}
    />
  )
}
