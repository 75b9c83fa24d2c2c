import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Outcome, refuse } from '../domain/outcome/outcome'
import { DecisionPage } from '../features/decisions/decision-page'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { AgreementNav } from '../features/shell/agreement-nav'
import { refusalStatus, requireActor, unwrap, textsOf } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.decision.question ?? 'Decision'} · Northing` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  return unwrap(await context.services.decisions.read(actor, keyOf(params)))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await request.formData()
  const typed = textsOf(form)
  const intent = typed['intent'] ?? ''
  const outcome = await runIntent(typed)
  if (outcome.ok) return { ok: true as const, message: MESSAGES[intent] ?? 'Done.' }
  const { refusal } = outcome
  return data({ ok: false as const, intent, refusal, typed }, { status: refusalStatus(refusal) })

  async function runIntent(fields: Record<string, string>): Promise<Outcome<void>> {
    const { decisions } = context.services
    const key = keyOf(params)
    switch (intent) {
      case 'vote':
        return decisions.vote(actor, { ...key, seatId: fields['seatId'] ?? '', fields })
      case 'close':
      case 'cancel':
        return decisions.end(actor, { ...key, how: intent, fields })
      case 'state':
        return decisions.stateOutcome(actor, { ...key, fields })
      default:
        return refuse('invalid', 'The page did not say what to do. Nothing was changed.')
    }
  }
}

const MESSAGES: Record<string, string> = {
  vote: 'Your vote is cast. You may change it until voting closes.',
  close: 'Voting is closed.',
  cancel: 'The decision is cancelled.',
  state: 'The statement is recorded.',
}

function keyOf(params: Readonly<Record<string, string | undefined>>) {
  return { strategyId: params['strategyId'] ?? '', decisionId: params['decisionId'] ?? '' }
}

export default function Decision() {
  const view = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? null
  const refresh = useRefresh()
  useStrategyChanges(view.decision.strategyId, (what) => {
    if (what === 'decisions') refresh()
  })
  return (
    <>
      <AgreementNav strategyId={view.decision.strategyId} />
      <DecisionPage {...view} answered={answered} />
    </>
  )
}
