import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChallengesPage } from '../features/challenges/challenges-page'
import { ReviewNav } from '../features/shell/review-nav'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Challenges · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  return { strategyId, ...unwrap(await context.services.challenges.list(actor, strategyId)) }
}

export default function Challenges() {
  const listed = useLoaderData<typeof loader>()
  return (
    <>
      <ReviewNav strategyId={listed.strategyId} />
      <ChallengesPage {...listed} />
    </>
  )
}
