import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RoundForm } from '../features/rounds/round-form'
import { ReviewNav } from '../features/shell/review-nav'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'

export const meta: MetaFunction = () => [{ title: 'New round · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const offered = unwrap(await context.services.rounds.readForm(actor, strategyId))
  return { ...offered, strategyId }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const outcome = await context.services.rounds.create(actor, { strategyId, form })
  if (outcome.ok) return redirect(`/strategies/${strategyId}/review/${outcome.value.roundId}`, 303)
  const { refusal } = outcome
  const typed = textsOf(form)
  const asked = form.getAll('asked').filter((value) => typeof value === 'string')
  return data({ refusal, typed, asked }, { status: refusalStatus(refusal) })
}

export default function NewRound() {
  const offered = useLoaderData<typeof loader>()
  return (
    <>
      <ReviewNav strategyId={offered.strategyId} />
      <RoundForm {...offered} round={null} refused={useActionData<typeof action>() ?? null} />
    </>
  )
}
