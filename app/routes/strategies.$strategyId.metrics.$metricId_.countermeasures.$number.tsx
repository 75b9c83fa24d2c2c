import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { SummaryPage } from '../features/answering/summary-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Countermeasure summary · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { strategyId = '', metricId = '' } = params
  const key = { strategyId, metricId, number: Number(params['number']) }
  const view = unwrap(await context.services.answering.readSummary(actor, key))
  const { stored } = view
  if (!stored) throw new Error('A summary with a number is stored.')
  return { ...view, stored, strategyId }
}

export default function OneSummary() {
  const [search] = useSearchParams()
  return <SummaryPage {...useLoaderData<typeof loader>()} isSaved={search.has('saved')} />
}
