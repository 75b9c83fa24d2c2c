import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Step, STEPS } from '../domain/signoff/steps'
import { ExportMenu } from '../features/exports/export-menu'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { AgreementNav } from '../features/shell/agreement-nav'
import { AgreementPage } from '../features/signoff/agreement-page'
import { readFiles, readText, runAgreementIntent } from '../features/signoff/run-agreement-intent'
import { StepPage } from '../features/signoff/step-page'
import { refusalStatus, requireActor, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'Agreement · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { agreement } = context.services
  const strategyId = params['strategyId'] ?? ''
  const view = unwrap(await agreement.readAgreement(actor, strategyId))
  const asked = new URL(request.url).searchParams.get('step')
  // A step that is not open to this person, or no longer, shows where things stand instead.
  const step: Step | null =
    STEPS.find((name) => name === asked && view.steps.includes(name)) ?? null
  const readiness =
    step === 'submit' ? unwrap(await agreement.previewSubmission(actor, strategyId)) : null
  return { view, step, readiness }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const sent = await request.formData()
  const form = Object.fromEntries(sent)
  const files = await readFiles(sent, 'evidence')
  const outcome = await runAgreementIntent(context.services.agreement, {
    actor,
    strategyId,
    form,
    files,
  })
  if (outcome.ok) return redirect(`/strategies/${strategyId}/agreement`, 303)
  const { refusal } = outcome
  const typed = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, readText(value)]),
  )
  return data(
    { intent: readText(form['intent']), refusal, typed },
    { status: refusalStatus(refusal) },
  )
}

export default function Agreement() {
  const { view, step, readiness } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const refresh = useRefresh()
  useStrategyChanges(view.strategy.id, (what) => {
    if (what === 'state' || what === 'editions') refresh()
  })
  if (step) return <StepPage {...view} step={step} readiness={readiness} refused={refused} />
  return (
    <>
      <AgreementNav strategyId={view.strategy.id} />
      <AgreementPage
        {...view}
        refused={refused}
        exportMenu={<ExportMenu strategyId={view.strategy.id} />}
      />
    </>
  )
}
