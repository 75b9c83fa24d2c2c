import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOfInstant } from '../domain/dates/format-date'
import { RoundPage } from '../features/rounds/round-page'
import { readText, runRoundIntent } from '../features/rounds/run-round-intent'
import { ReviewNav } from '../features/shell/review-nav'
import { refusalStatus, requireActor, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: view ? `${view.round.title} · Review · Northing` : 'Northing' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const key = { strategyId: params['strategyId'] ?? '', roundId: params['roundId'] ?? '' }
  const view = unwrap(await context.services.rounds.read(actor, key))
  return { ...view, personId: actor.personId, today: dayOfInstant(new Date()) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const key = { strategyId: params['strategyId'] ?? '', roundId: params['roundId'] ?? '' }
  const form = await request.formData()
  const outcome = await runRoundIntent(context.services.rounds, { actor, form, ...key })
  if (outcome.ok) return redirect(`/strategies/${key.strategyId}/review/${key.roundId}`, 303)
  const { refusal } = outcome
  const intent = readText(form, 'intent')
  const typed = { intent, note: readText(form, 'note') }
  return data({ intent, refusal, typed }, { status: refusalStatus(refusal) })
}

export default function ReviewRound() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      <ReviewNav strategyId={view.round.strategyId} />
      <RoundPage {...view} refused={useActionData<typeof action>() ?? null} />
    </>
  )
}
