import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReportPage } from '../features/rounds/report-page'
import { ReviewNav } from '../features/shell/review-nav'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Report: ${data.round.title} · Northing` : 'Northing' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const key = { strategyId: params['strategyId'] ?? '', roundId: params['roundId'] ?? '' }
  const { madeAt, ...reported } = unwrap(await context.services.rounds.report(actor, key))
  return { ...reported, madeAt: madeAt.toISOString() }
}

export default function RoundReport() {
  const reported = useLoaderData<typeof loader>()
  return (
    <>
      <ReviewNav strategyId={reported.round.strategyId} />
      <ReportPage {...reported} />
    </>
  )
}
