import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Outcome } from '../domain/outcome/outcome'
import { type Step, STEPS } from '../domain/signoff/steps'
import { ExportMenu } from '../features/exports/export-menu'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { AgreementPage } from '../features/signoff/agreement-page'
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
  const form = Object.fromEntries(await request.formData())
  const outcome = await runIntent(form)
  if (outcome.ok) return redirect(`/strategies/${strategyId}/agreement`, 303)
  const { refusal } = outcome
  const typed = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, readText(value)]),
  )
  return data(
    { intent: readText(form['intent']), refusal, typed },
    { status: refusalStatus(refusal) },
  )

  async function runIntent(fields: Record<string, FormDataEntryValue>): Promise<Outcome<unknown>> {
    const { agreement } = context.services
    const editionHash = readText(fields['editionHash'])
    switch (fields['intent']) {
      case 'submit':
        return agreement.submitEdition(actor, { strategyId, changeNote: fields['changeNote'] })
      case 'sign_off':
        return agreement.signOffEdition(actor, { strategyId, fields })
      case 'return_to_drafting':
        return agreement.returnToDrafting(actor, {
          strategyId,
          editionHash,
          reason: fields['reason'],
        })
      case 'publish':
        return agreement.publishEdition(actor, {
          strategyId,
          editionHash,
          isUrgent: fields['isUrgent'] === 'yes',
          urgentReason: fields['urgentReason'],
        })
      case 'approve_publication':
        return agreement.approvePublication(actor, { strategyId, editionHash })
      case 'withdraw':
        return agreement.withdrawEdition(actor, {
          strategyId,
          editionHash,
          reason: fields['reason'],
        })
      case 'start_next_draft':
        return agreement.startNextDraft(actor, strategyId)
      default:
        return {
          ok: false,
          refusal: {
            code: 'invalid',
            message: 'The page did not say what to do. Nothing was changed.',
          },
        }
    }
  }
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
    <AgreementPage
      {...view}
      refused={refused}
      exportMenu={<ExportMenu strategyId={view.strategy.id} />}
    />
  )
}

function readText(value: FormDataEntryValue | undefined): string {
  return typeof value === 'string' ? value : ''
}
