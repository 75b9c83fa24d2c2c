import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerRefusal } from '../features/exports/export-answer'
import { refusalStatus } from '../responses'

/** A whole page without script, for anybody: it reads and prints on anything. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? ''
  const { challenges, exports: published } = context.services
  const asked = await challenges.readPublic(slug)
  const hasChallenges = asked.ok && asked.value.challenges.length > 0
  const outcome = await published.readPublished({
    slug,
    related: hasChallenges
      ? [
          {
            label: 'Questions asked of partners, and their answers',
            href: `/published/${encodeURIComponent(slug)}/challenges`,
          },
        ]
      : [],
  })
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
