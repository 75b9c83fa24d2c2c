import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AreasPage } from '../features/comparison/areas-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${shown?.metric.plainTitle ?? 'Metric'} across areas · Northing` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { strategyId = '', metricId = '' } = params
  const search = new URL(request.url).searchParams
  const compared = await context.services.comparison.compareAreas(actor, {
    strategyId,
    metricId,
    period: search.get('period'),
    level: search.get('level'),
  })
  return { ...unwrap(compared), metricPath: `/strategies/${strategyId}/metrics/${metricId}` }
}

export default function Areas() {
  return <AreasPage {...useLoaderData<typeof loader>()} />
}
