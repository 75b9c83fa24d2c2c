import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EscalationsPage } from '../features/answering/escalations-page'
import { MetricsNav } from '../features/shell/metrics-nav'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Escalations · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const search = new URL(request.url).searchParams
  const inbox = unwrap(await context.services.answering.listEscalations(actor, strategyId))
  const filter = { level: search.get('level') ?? '', state: search.get('state') ?? '' }
  return { strategyId, filter, ...inbox }
}

export default function Escalations() {
  const inbox = useLoaderData<typeof loader>()
  return (
    <>
      <MetricsNav strategyId={inbox.strategyId} />
      <EscalationsPage {...inbox} />
    </>
  )
}
