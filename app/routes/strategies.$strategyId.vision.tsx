import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { AgreementNav } from '../features/shell/agreement-nav'
import { VisionPage } from '../features/vision/vision-page'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'Confirm the vision · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  return unwrap(await context.services.vision.read(actor, params['strategyId'] ?? ''))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const typed = textsOf(form)
  const { vision } = context.services
  const requestId = typed['requestId'] ?? ''
  const outcome =
    typed['intent'] === 'ask'
      ? await vision.ask(actor, {
          strategyId,
          organisationIds: form.getAll('organisationId').map(String),
          note: typed['note'],
        })
      : typed['intent'] === 'close'
        ? await vision.close(actor, { strategyId, requestId })
        : await vision.answer(actor, { strategyId, requestId, fields: typed })
  if (outcome.ok) return redirect(`/strategies/${strategyId}/vision`, 303)
  const { refusal } = outcome
  return data({ intent: typed['intent'] ?? '', refusal, typed }, { status: refusalStatus(refusal) })
}

export default function Vision() {
  const view = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const refresh = useRefresh()
  useStrategyChanges(view.strategyId, (what) => {
    if (what === 'state' || what === 'blocks') refresh()
  })
  return (
    <>
      <AgreementNav strategyId={view.strategyId} />
      <VisionPage {...view} refused={refused} />
    </>
  )
}
