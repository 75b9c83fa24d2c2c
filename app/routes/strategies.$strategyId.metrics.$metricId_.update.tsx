import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { UPDATE_KINDS } from '../domain/answering/update'
import { UpdatePage } from '../features/answering/update-page'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Update on a metric · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const asked = new URL(request.url).searchParams.get('kind')
  const { metric, answered, periods } = unwrap(await context.services.answering.read(actor, ids))
  return {
    strategyId: ids.strategyId,
    metric,
    periods,
    kind: UPDATE_KINDS.find((kind) => kind === asked) ?? ('comment' as const),
    latest: periods.find(({ label }) => label === answered.period)?.start ?? null,
    sentence: answered.sentence,
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const typed = textsOf(await request.formData())
  const ids = readIds(params)
  const outcome = await context.services.answering.addUpdate(actor, { ...ids, texts: typed })
  if (outcome.ok)
    return redirect(`/strategies/${ids.strategyId}/metrics/${ids.metricId}#answering`, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', metricId: params['metricId'] ?? '' }
}

export default function MetricUpdate() {
  return (
    <UpdatePage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? null}
    />
  )
}
