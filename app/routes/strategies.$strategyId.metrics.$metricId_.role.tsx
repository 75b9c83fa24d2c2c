import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RolePage } from '../features/answering/role-page'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Driver or watch metric · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const form = unwrap(await context.services.answering.readRoleForm(actor, ids))
  return { strategyId: ids.strategyId, ...form }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const typed = textsOf(await request.formData())
  const ids = readIds(params)
  const { role = '', swapOutId = '' } = typed
  const outcome = await context.services.answering.setRole(actor, { ...ids, role, swapOutId })
  if (outcome.ok)
    return redirect(`/strategies/${ids.strategyId}/metrics/${ids.metricId}#answering`, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', metricId: params['metricId'] ?? '' }
}

export default function MetricRoleRoute() {
  return (
    <RolePage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>() ?? null}
    />
  )
}
