import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerFile, answerRefusal } from '../features/exports/export-answer'
import { refusalStatus, requireActor } from '../responses'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const outcome = await context.services.exports.exportStrategy(actor, {
    strategyId: params['strategyId'] ?? '',
    format: params['format'] ?? '',
    edition: new URL(request.url).searchParams.get('edition') ?? undefined,
  })
  if (outcome.ok) return answerFile(outcome.value)
  const { refusal } = outcome
  return answerRefusal({ request, refusal, status: refusalStatus(refusal) })
}
