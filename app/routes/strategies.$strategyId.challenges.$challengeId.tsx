import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CHALLENGE_STEPS } from '../domain/challenges/take-step'
import { refuse } from '../domain/outcome/outcome'
import { ChallengePage } from '../features/challenges/challenge-page'
import { ReviewNav } from '../features/shell/review-nav'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  {
    title: view ? `Challenge to ${view.challenge.organisationName} · Northing` : 'Northing',
  },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const challengeId = params['challengeId'] ?? ''
  return unwrap(await context.services.challenges.read(actor, { strategyId, challengeId }))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const challengeId = params['challengeId'] ?? ''
  const form = await request.formData()
  const step = CHALLENGE_STEPS.find((known) => known === form.get('step'))
  const outcome = step
    ? await context.services.challenges.step(actor, { strategyId, challengeId, step, form })
    : refuse('invalid', 'The page did not say what to do. Nothing was changed.')
  if (outcome.ok) return redirect(`/strategies/${strategyId}/challenges/${challengeId}`, 303)
  const { refusal } = outcome
  const typed = textsOf(form)
  const sources = form.getAll('sources').filter((value) => typeof value === 'string')
  return data({ step: step ?? '', refusal, typed, sources }, { status: refusalStatus(refusal) })
}

export default function OneChallenge() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      <ReviewNav strategyId={view.challenge.strategyId} />
      <ChallengePage {...view} refused={useActionData<typeof action>() ?? null} />
    </>
  )
}
