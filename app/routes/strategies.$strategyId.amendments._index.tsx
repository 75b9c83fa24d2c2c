import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AMENDMENT_SHOWS, AmendmentsPage } from '../features/amendments/amendments-page'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { ReviewNav } from '../features/shell/review-nav'
import { requireActor, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'Amendments · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { amendments, bodies, mayEnter, ownBodyIds } = unwrap(
    await context.services.amendments.list(actor, strategyId),
  )
  const asked = new URL(request.url).searchParams
  return {
    strategyId,
    amendments,
    bodies,
    mayPropose: mayEnter || ownBodyIds.length > 0,
    show: AMENDMENT_SHOWS.find((show) => show === asked.get('show')) ?? ('open' as const),
    bodyId: asked.get('body') ?? '',
  }
}

export default function Amendments() {
  const { strategyId, ...listed } = useLoaderData<typeof loader>()
  const refresh = useRefresh()
  useStrategyChanges(strategyId, (what) => {
    if (what === 'suggestions') refresh()
  })
  return (
    <>
      <ReviewNav strategyId={strategyId} />
      <AmendmentsPage {...listed} root={`/strategies/${strategyId}/amendments`} />
    </>
  )
}
