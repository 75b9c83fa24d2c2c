import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerRefusal } from '../features/exports/export-answer'
import { refusalStatus } from '../responses'

/** A whole page without script, for anybody: it reads and prints on anything. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const outcome = await context.services.exports.readPublished(params['slug'] ?? '')
  if (!outcome.ok) {
    const { refusal } = outcome
    return answerRefusal({ request, refusal, status: refusalStatus(refusal) })
  }
  return new Response(outcome.value, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      // The next edition may be published at any time.
      'Cache-Control': 'no-cache',
    },
  })
}
