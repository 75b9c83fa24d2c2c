import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SetPage } from '../features/metric-sets/set-page'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data: detail }) => [
  { title: `${detail?.set.name ?? 'Set of metrics'} · Northing` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const search = new URL(request.url).searchParams
  const [version, from, to] = ['version', 'from', 'to'].map((name) => readNumber(search.get(name)))
  const compare = from && to ? { from, to } : null
  const input = { ...ids, version: version ?? null, compare }
  const detail = unwrap(await context.services.metricSets.readSet(actor, input))
  return { ...detail, listPath: `/strategies/${encodeURIComponent(ids.strategyId)}/metric-sets` }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const fields = textsOf(await request.formData())
  const { bodyId = '', sha256 = '', result = '', reason = '' } = fields
  const typed = { bodyId, sha256, result, reason }
  const outcome = await context.services.metricSets.signSet(actor, { ...ids, typed })
  if (outcome.ok) return redirect(new URL(request.url).pathname, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', setId: params['setId'] ?? '' }
}

/** A version's number in an address; anything else is none. */
function readNumber(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

export default function MetricSet() {
  const detail = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <SetPage
      {...detail}
      refused={refused && { refusal: refused.refusal, typed: { ...refused.typed } }}
    />
  )
}
