import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { runSuggestionIntent } from '../features/suggestions/run-suggestion-intent'
import { refusalResponse, requireActor } from '../responses'

/** JSON for the suggestions beside the text. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const listed = await context.services.suggestions.list(actor, params['strategyId'] ?? '')
  return listed.ok
    ? Response.json({ suggestions: listed.value.suggestions })
    : refusalResponse(listed.refusal)
}

/** One step about a suggestion; answers what it was about. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const outcome = await runSuggestionIntent(context.services.suggestions, {
    actor,
    strategyId: params['strategyId'] ?? '',
    form: await request.formData(),
  })
  return outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome.refusal)
}
