import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NOT_FOUND } from '../domain/access/rights'
import { AMENDMENT_STEPS } from '../domain/amendments/amendment'
import { refuse } from '../domain/outcome/outcome'
import { AmendmentPage } from '../features/amendments/amendment-page'
import { ReviewNav } from '../features/shell/review-nav'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Amendment ${loaded?.amendment.number ?? ''} · Northing` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { amendments, mayDecide } = unwrap(
    await context.services.amendments.list(actor, strategyId),
  )
  const amendment = amendments.find(({ number }) => String(number) === params['number'])
  return { strategyId, mayDecide, amendment: amendment ?? unwrap(refuse('not_found', NOT_FOUND)) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const typed = textsOf(form)
  const of = (name: string) => typed[name] ?? ''
  const step = AMENDMENT_STEPS.find((one) => one === typed['step'])
  const decided = step
    ? await context.services.amendments.decide(actor, {
        strategyId,
        number: Number(params['number']),
        step,
        reason: of('reason'),
        minuteReference: of('minuteReference'),
        words: of('words'),
        vote: {
          votesFor: of('votesFor'),
          votesAgainst: of('votesAgainst'),
          votesAbstained: of('votesAbstained'),
        },
      })
    : refuse('invalid', 'The page did not say what to do. Nothing was changed: reload the page.')
  if (decided.ok) return redirect(`/strategies/${strategyId}/amendments/${params['number']}`, 303)
  return data({ refusal: decided.refusal, typed }, { status: refusalStatus(decided.refusal) })
}

export default function Amendment() {
  const { strategyId, amendment, mayDecide } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <ReviewNav strategyId={strategyId} />
      <AmendmentPage
        root={`/strategies/${strategyId}/amendments`}
        amendment={amendment}
        mayDecide={mayDecide}
        refused={refused}
      />
    </>
  )
}
