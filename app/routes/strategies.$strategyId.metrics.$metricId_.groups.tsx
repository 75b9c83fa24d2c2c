import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GroupsPage } from '../features/comparison/groups-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data: groups }) => [
  { title: `${groups?.metric.plainTitle ?? 'Metric'} between groups · Northing` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { strategyId = '', metricId = '' } = params
  const search = new URL(request.url).searchParams
  const groups = await context.services.comparison.readMetricGroups(actor, {
    strategyId,
    metricId,
    set: search.get('set'),
    period: search.get('period'),
  })
  return { ...unwrap(groups), metricsPath: `/strategies/${strategyId}/metrics` }
}

export default function Groups() {
  return <GroupsPage {...useLoaderData<typeof loader>()} />
}
