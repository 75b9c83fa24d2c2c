import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerFile, answerRefusal } from '../features/exports/export-answer'
import { refusalStatus } from '../responses'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const outcome = await context.services.exports.exportPublished({
    slug: params['slug'] ?? '',
    format: params['format'] ?? '',
  })
  if (outcome.ok) return answerFile(outcome.value)
  const { refusal } = outcome
  return answerRefusal({ request, refusal, status: refusalStatus(refusal) })
}
