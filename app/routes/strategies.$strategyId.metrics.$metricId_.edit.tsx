import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { DefinitionForm } from '../features/library/definition-form'
import { GiveUpForm } from '../features/library/give-up-form'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'
import { PageHeading } from '../ui/page-heading'

export const meta: MetaFunction = () => [{ title: 'Change a metric · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const form = unwrap(await context.services.library.readDefinitionForm(actor, ids))
  return { ...form, metricPath: pathOf(ids) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const typed = textsOf(await request.formData())
  const { library } = context.services
  const form = typed['intent'] === 'save' ? 'definition' : 'give_up'
  const outcome =
    form === 'definition'
      ? await library.changeDefinition(actor, { ...ids, typed })
      : await library.giveUpMetric(actor, { ...ids, typed })
  if (outcome.ok) return redirect(pathOf(ids), 303)
  const { refusal } = outcome
  return data({ form, refusal, typed }, { status: refusalStatus(refusal) })
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', metricId: params['metricId'] ?? '' }
}

function pathOf({ strategyId, metricId }: ReturnType<typeof readIds>): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metrics/${encodeURIComponent(metricId)}`
}

export default function EditMetric() {
  const { metric, metricPath, ...form } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  if (!metric) return null
  return (
    <>
      <p>
        <Link to={metricPath}>{metric.plainTitle}</Link>
      </p>
      <PageHeading
        title="Change what it measures"
        lead="Where a body has agreed a set with this metric, its page will say that the wording changed."
      />
      <DefinitionForm
        key={form.seen}
        {...form}
        metric={metric}
        refused={refused?.form === 'definition' ? refused : null}
        backPath={metricPath}
      />
      <GiveUpForm metric={metric} refused={refused?.form === 'give_up' ? refused : null} />
    </>
  )
}
