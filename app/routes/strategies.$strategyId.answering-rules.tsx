import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { RulesPage } from '../features/answering/rules-page'
import { MetricsNav } from '../features/shell/metrics-nav'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'What is asked of leads · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  return { strategyId, ...unwrap(await context.services.answering.readRules(actor, strategyId)) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const typed = textsOf(await request.formData())
  const outcome = await context.services.answering.setRules(actor, { strategyId, texts: typed })
  if (outcome.ok) return redirect(`/strategies/${strategyId}/answering-rules?saved`, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

export default function AnsweringRulesRoute() {
  const view = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <MetricsNav strategyId={view.strategyId} />
      <RulesPage {...view} isSaved={search.has('saved') && !refused} refused={refused} />
    </>
  )
}
