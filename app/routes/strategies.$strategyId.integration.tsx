import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { IntegrationPage } from '../features/comparison/integration-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Integration index · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { comparison } = context.services
  return { shown: unwrap(await comparison.readIntegration(actor, params['strategyId'] ?? '')) }
}

export default function IntegrationIndex() {
  const { shown } = useLoaderData<typeof loader>()
  const { strategyId = '' } = useParams()
  return <IntegrationPage shown={shown} metricsPath={`/strategies/${strategyId}/metrics`} />
}
