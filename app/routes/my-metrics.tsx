import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { MyMetricsPage } from '../features/answering/my-metrics-page'
import { readTypedObservation } from '../features/metrics/read-typed-observation'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'My metrics · Northing' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  return { metrics: unwrap(await context.services.answering.listMine(actor)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await request.formData()
  const { metric: metricId = '', strategy: strategyId = '' } = textsOf(form)
  const typed = readTypedObservation(form)
  const { metrics } = context.services
  const outcome = await metrics.recordObservation(actor, { strategyId, metricId, typed })
  if (outcome.ok) return redirect(`/my-metrics?${new URLSearchParams({ saved: metricId })}`, 303)
  const { refusal } = outcome
  return data({ metricId, refusal, typed }, { status: refusalStatus(refusal) })
}

export default function MyMetrics() {
  const { metrics } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const refused = useActionData<typeof action>() ?? null
  const saved = metrics.find(({ metric }) => metric.id === search.get('saved'))
  return (
    <MyMetricsPage
      metrics={metrics}
      adding={search.get('add')}
      saved={
        saved && !refused ? { metricId: saved.metric.id, words: 'Your value is saved.' } : null
      }
      refused={refused}
    />
  )
}
