import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LOG_FILTERS } from '../domain/decisions/decision-log'
import { DecisionsPage } from '../features/decisions/decisions-page'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { AgreementNav } from '../features/shell/agreement-nav'
import { requireActor, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'Decisions · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const listed = unwrap(await context.services.decisions.list(actor, strategyId))
  const asked = new URL(request.url).searchParams
  const query = {
    filter: LOG_FILTERS.find((filter) => filter === asked.get('state')) ?? ('all' as const),
    words: (asked.get('words') ?? '').trim().slice(0, 200),
  }
  return { ...listed, strategyId, query }
}

export default function Decisions() {
  const listed = useLoaderData<typeof loader>()
  const refresh = useRefresh()
  useStrategyChanges(listed.strategyId, (what) => {
    if (what === 'decisions') refresh()
  })
  return (
    <>
      <AgreementNav strategyId={listed.strategyId} />
      <DecisionsPage {...listed} />
    </>
  )
}
