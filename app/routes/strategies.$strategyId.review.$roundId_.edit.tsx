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

export const meta: MetaFunction = () => [{ title: 'Change the round · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { rounds } = context.services
  const [offered, view] = await Promise.all([
    rounds.readForm(actor, strategyId),
    rounds.read(actor, { strategyId, roundId: params['roundId'] ?? '' }),
  ])
  return { ...unwrap(offered), strategyId, round: unwrap(view).round }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const roundId = params['roundId'] ?? ''
  const form = await request.formData()
  const outcome = await context.services.rounds.change(actor, { strategyId, roundId, form })
  if (outcome.ok) return redirect(`/strategies/${strategyId}/review/${roundId}`, 303)
  const { refusal } = outcome
  const typed = textsOf(form)
  const asked = form.getAll('asked').filter((value) => typeof value === 'string')
  return data({ refusal, typed, asked }, { status: refusalStatus(refusal) })
}

export default function EditRound() {
  const offered = useLoaderData<typeof loader>()
  return (
    <>
      <ReviewNav strategyId={offered.strategyId} />
      <RoundForm {...offered} refused={useActionData<typeof action>() ?? null} />
    </>
  )
}
