import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readTypedSet } from '../features/metric-sets/read-typed-set'
import { SetForm } from '../features/metric-sets/set-form'
import { refusalStatus, requireActor, unwrap } from '../responses'
import { PageHeading } from '../ui/page-heading'

export const meta: MetaFunction = () => [{ title: 'Make a set of metrics · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const input = { strategyId: params['strategyId'] ?? '', setId: null }
  const form = unwrap(await context.services.metricSets.readSetForm(actor, input))
  return { ...form, listPath: pathOf(input.strategyId) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const typed = readTypedSet(await request.formData())
  const input = { strategyId, setId: null, typed }
  const outcome = await context.services.metricSets.addSetVersion(actor, input)
  if (outcome.ok) return redirect(`${pathOf(strategyId)}/${outcome.value.setId}`, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function pathOf(strategyId: string): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metric-sets`
}

export default function NewMetricSet() {
  const { listPath, ...form } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <p>
        <Link to={listPath}>Agreed sets of metrics</Link>
      </p>
      <PageHeading
        title="Make a set"
        lead="Bodies agree how these metrics are worded today, down to the definition and the unit."
      />
      <SetForm {...form} refused={refused} backPath={listPath} />
    </>
  )
}
