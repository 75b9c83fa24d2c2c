import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerFile, answerRefusal } from '../features/exports/export-answer'
import { refusalStatus, requireActor } from '../responses'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const outcome = await context.services.rounds.exportReport(actor, {
    strategyId: params['strategyId'] ?? '',
    roundId: params['roundId'] ?? '',
    format: params['format'] ?? '',
  })
  if (outcome.ok) return answerFile(outcome.value)
  const { refusal } = outcome
  return answerRefusal({ request, refusal, status: refusalStatus(refusal) })
}
