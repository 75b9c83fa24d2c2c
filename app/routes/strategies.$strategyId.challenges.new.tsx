import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AskForm } from '../features/challenges/ask-form'
import { ReviewNav } from '../features/shell/review-nav'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Ask a partner · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  return { strategyId, ...unwrap(await context.services.challenges.readForm(actor, strategyId)) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const outcome = await context.services.challenges.ask(actor, { strategyId, form })
  if (outcome.ok)
    return redirect(`/strategies/${strategyId}/challenges/${outcome.value.challengeId}`, 303)
  const { refusal } = outcome
  const typed = textsOf(form)
  const tags = form.getAll('tags').filter((value) => typeof value === 'string')
  return data({ refusal, typed, tags }, { status: refusalStatus(refusal) })
}

export default function NewChallenge() {
  const offered = useLoaderData<typeof loader>()
  return (
    <>
      <ReviewNav strategyId={offered.strategyId} />
      <AskForm {...offered} refused={useActionData<typeof action>() ?? null} />
    </>
  )
}
