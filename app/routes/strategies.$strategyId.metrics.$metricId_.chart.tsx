import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChartChoicePage } from '../features/metrics/chart-choice-page'
import { refusalResponse, refusalStatus, requireActor, textsOf, unwrap } from '../responses'
import { mayDo } from '../domain/access/rights'

export const meta: MetaFunction = () => [{ title: 'How the chart is drawn · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const { metric, history } = unwrap(await context.services.metrics.readMetric(actor, ids))
  const allowed = mayDo(actor, 'manage_metrics', metric)
  if (!allowed.ok) throw refusalResponse(allowed.refusal)
  return { metric, observations: history.map(({ current }) => current), metricPath: pathOf(ids) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const typed = textsOf(await request.formData())
  const outcome = await context.services.metrics.changeChart(actor, { ...ids, typed })
  if (outcome.ok) return redirect(`${pathOf(ids)}/chart`, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', metricId: params['metricId'] ?? '' }
}

function pathOf({ strategyId, metricId }: ReturnType<typeof readIds>): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metrics/${encodeURIComponent(metricId)}`
}

export default function ChartChoiceRoute() {
  const shown = useLoaderData<typeof loader>()
  return <ChartChoicePage {...shown} refused={useActionData<typeof action>() ?? null} />
}
