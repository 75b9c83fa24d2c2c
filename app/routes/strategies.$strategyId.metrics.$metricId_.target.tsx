import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { TARGET_KINDS } from '../domain/targets/target'
import { TargetForm } from '../features/targets/target-form'
import { TargetKinds } from '../features/targets/target-kinds'
import { refusalStatus, requireActor, textsOf, unwrap } from '../responses'
import { Button } from '../ui/button'
import { PageHeading } from '../ui/page-heading'

export const meta: MetaFunction = () => [{ title: 'Target · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const form = unwrap(await context.services.targets.readTargetForm(actor, ids))
  return { ...form, metricPath: pathOf(ids) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const ids = readIds(params)
  const typed = textsOf(await request.formData())
  const { targets } = context.services
  const outcome =
    typed['intent'] === 'remove'
      ? await targets.removeTarget(actor, { ...ids, typed })
      : await targets.setTarget(actor, { ...ids, typed })
  if (outcome.ok) return redirect(`${pathOf(ids)}#target`, 303)
  const { refusal } = outcome
  return data({ refusal, typed }, { status: refusalStatus(refusal) })
}

function readIds(params: LoaderFunctionArgs['params']) {
  return { strategyId: params['strategyId'] ?? '', metricId: params['metricId'] ?? '' }
}

function pathOf({ strategyId, metricId }: ReturnType<typeof readIds>): string {
  return `/strategies/${encodeURIComponent(strategyId)}/metrics/${encodeURIComponent(metricId)}`
}

export default function TargetRoute() {
  const form = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const [search] = useSearchParams()
  const asked = refused?.typed['kind'] ?? search.get('kind')
  const kind = TARGET_KINDS.find((one) => one === asked) ?? null
  return (
    <>
      <p>
        <Link to={form.metricPath}>{form.metric.plainTitle}</Link>
      </p>
      <PageHeading
        title={form.set ? 'Change the target' : 'Set a target'}
        lead={kind ? '' : 'What kind of target is it?'}
      />
      {kind ? <TargetForm {...form} kind={kind} refused={refused} /> : <TargetKinds />}
      {form.set && !kind ? <RemoveForm /> : null}
    </>
  )
}

/** What it was stays on record, so this needs no second question. */
function RemoveForm() {
  return (
    <Form method="post">
      <Button name="intent" value="remove">
        Take the target away
      </Button>
    </Form>
  )
}
