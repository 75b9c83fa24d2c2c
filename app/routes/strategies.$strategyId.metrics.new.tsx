import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { DefinitionForm } from '../features/library/definition-form'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'
import { PageHeading } from '../ui/page-heading'

export const meta: MetaFunction = () => [{ title: 'Add a metric · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = unwrap(await context.services.library.readNewForm(actor, { strategyId }))
  return { ...form, listPath: pathOf(strategyId) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const typed = textsOf(await request.formData())
  const outcome = await context.services.library.addMetric(actor, { strategyId, typed })
  // What it needs next is somebody who answers for it.
  if (outcome.ok) return redirect(`${pathOf(strategyId)}/${outcome.value.metricId}#lead`, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function pathOf(strategyId: string): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metrics`
}

export default function NewMetric() {
  const form = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <p>
        <Link to={form.listPath}>All metrics</Link>
      </p>
      <PageHeading
        title="Add a metric"
        lead="Say exactly what is measured, so that everybody reads the same thing in its values."
      />
      <DefinitionForm {...form} refused={refused} backPath={form.listPath} />
    </>
  )
}
