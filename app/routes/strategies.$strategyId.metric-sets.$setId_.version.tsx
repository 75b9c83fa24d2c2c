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

export const meta: MetaFunction = () => [{ title: 'Make a new version · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const form = unwrap(await context.services.metricSets.readSetForm(actor, ids))
  return { ...form, setPath: pathOf(ids) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const typed = readTypedSet(await request.formData())
  const outcome = await context.services.metricSets.addSetVersion(actor, { ...ids, typed })
  if (outcome.ok) return redirect(pathOf(ids), 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', setId: params['setId'] ?? '' }
}

function pathOf({ strategyId, setId }: ReturnType<typeof readIds>): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metric-sets/${encodeURIComponent(setId)}`
}

export default function NewSetVersion() {
  const { setPath, ...form } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <p>
        <Link to={setPath}>{form.set?.name}</Link>
      </p>
      <PageHeading
        title="Make a new version"
        lead="It takes the metrics as they are worded now. Each body is asked anew; what it agreed before stays on record."
      />
      <SetForm {...form} refused={refused} backPath={setPath} />
    </>
  )
}
