import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { ExportMenu } from '../features/exports/export-menu'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { Sparkline } from '../features/metrics/charts/sparkline'
import { OverviewPage } from '../features/progress/overview-page'
import { requireActor, unwrap } from '../responses'
import { ButtonLink } from '../ui/button'
import { useRefresh } from '../ui/use-refresh'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { strategies } = context.services
  return { overview: unwrap(await strategies.readOverview(actor, params['strategyId'] ?? '')) }
}

export default function StrategyOverview() {
  const { overview } = useLoaderData<typeof loader>()
  const strategyId = useParams()['strategyId'] ?? ''
  const refresh = useRefresh()
  useStrategyChanges(strategyId, (what) => {
    if (what === 'blocks' || what === 'metrics') refresh()
  })
  return (
    <OverviewPage
      overview={overview}
      strategyPath={`/strategies/${strategyId}`}
      renderChart={(spark) => <Sparkline spark={spark} />}
      action={
        <>
          <ButtonLink to={`/strategies/${strategyId}/pack`}>Board pack</ButtonLink>
          <ExportMenu strategyId={strategyId} />
        </>
      }
    />
  )
}
