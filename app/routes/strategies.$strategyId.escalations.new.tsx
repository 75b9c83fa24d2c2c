import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EscalationForm } from '../features/answering/escalation-form'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Ask for help · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params, request)
  const view = unwrap(await context.services.answering.readEscalationForm(actor, ids))
  return { strategyId: ids.strategyId, ...view }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const typed = textsOf(await request.formData())
  const ids = readIds(params, request)
  const outcome = await context.services.answering.raise(actor, { ...ids, texts: typed })
  if (outcome.ok)
    return redirect(`/strategies/${ids.strategyId}/escalations/${outcome.value.number}?saved`, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function readIds(params: LoaderFunctionArgs['params'], request: Request) {
  const metricId = new URL(request.url).searchParams.get('metric') ?? ''
  return { strategyId: params['strategyId'] ?? '', metricId }
}

export default function NewEscalation() {
  return (
    <EscalationForm
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? null}
    />
  )
}
