import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SummaryForm } from '../features/answering/summary-form'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Countermeasure summary · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const key = readKey(params)
  const { metric, stored, members } = unwrap(
    await context.services.answering.readSummary(actor, key),
  )
  return { strategyId: key.strategyId, metric, stored, members }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const typed = textsOf(await request.formData())
  const key = readKey(params)
  const outcome = await context.services.answering.saveSummary(actor, { ...key, texts: typed })
  if (outcome.ok) {
    const root = `/strategies/${key.strategyId}/metrics/${key.metricId}/countermeasures`
    return redirect(`${root}/${outcome.value.number}?saved`, 303)
  }
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function readKey(params: LoaderFunctionArgs['params']) {
  const { strategyId = '', metricId = '' } = params
  return { strategyId, metricId, number: Number(params['number']) }
}

export default function EditSummary() {
  return (
    <SummaryForm
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? null}
    />
  )
}
