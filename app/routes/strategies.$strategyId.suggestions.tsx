import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { has } from '../domain/access/rights'
import { SUGGESTION_FILTERS } from '../domain/suggestions/describe-suggestion'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { runSuggestionIntent } from '../features/suggestions/run-suggestion-intent'
import { SuggestionsPage } from '../features/suggestions/suggestions-page'
import { refusalStatus, requireActor, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'Suggestions · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { partnershipId, suggestions } = unwrap(
    await context.services.suggestions.list(actor, strategyId),
  )
  const show = new URL(request.url).searchParams.get('show')
  return {
    strategyId,
    suggestions,
    filter: SUGGESTION_FILTERS.find((filter) => filter === show) ?? 'open',
    rights: {
      personId: actor.personId,
      maySuggest: has(actor, 'suggest', { partnershipId }),
      mayDecide: has(actor, 'decide_suggestion', { partnershipId }),
    },
  }
}

/** Forms of pages without scripts, and accepting everything of one person. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const outcome = await runSuggestionIntent(context.services.suggestions, {
    actor,
    strategyId,
    form,
  })
  if (outcome.ok) return data({ ok: true, message: outcome.value.message || 'Done.' })
  const { refusal } = outcome
  return data({ ok: false, message: refusal.message }, { status: refusalStatus(refusal) })
}

export default function Suggestions() {
  const listed = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? null
  const refresh = useRefresh()
  useStrategyChanges(listed.strategyId, (what) => {
    if (what === 'suggestions') refresh()
  })
  return <SuggestionsPage {...listed} answered={answered} onChanged={refresh} />
}
