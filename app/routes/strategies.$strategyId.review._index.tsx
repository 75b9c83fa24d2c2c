import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOfInstant } from '../domain/dates/format-date'
import { RoundsPage } from '../features/rounds/rounds-page'
import { ReviewNav } from '../features/shell/review-nav'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Review rounds · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const listed = unwrap(await context.services.rounds.list(actor, strategyId))
  return { ...listed, strategyId, personId: actor.personId, today: dayOfInstant(new Date()) }
}

export default function ReviewRounds() {
  const listed = useLoaderData<typeof loader>()
  return (
    <>
      <ReviewNav strategyId={listed.strategyId} />
      <RoundsPage {...listed} />
    </>
  )
}
