import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { EscalationPage } from '../features/answering/escalation-page'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: view ? `Escalation ${view.escalation.number} · Northing` : 'Northing' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const key = readKey(params)
  const view = unwrap(await context.services.answering.readEscalation(actor, key))
  return { strategyId: key.strategyId, ...view }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const typed = textsOf(await request.formData())
  const key = readKey(params)
  const outcome = await context.services.answering.step(actor, { ...key, texts: typed })
  if (outcome.ok)
    return redirect(`/strategies/${key.strategyId}/escalations/${key.number}?saved`, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function readKey(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', number: Number(params['number']) }
}

export default function OneEscalation() {
  const view = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const refused = useActionData<typeof action>() ?? null
  const refresh = useRefresh()
  useStrategyChanges(view.strategyId, (what) => {
    if (what === 'metrics') refresh()
  })
  return <EscalationPage {...view} isSaved={search.has('saved') && !refused} refused={refused} />
}
