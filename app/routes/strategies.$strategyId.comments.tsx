import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { has } from '../domain/access/rights'
import { parseThreadFilter } from '../domain/discussion/filter-threads'
import { COMMENTS_PER_PAGE, CommentsPage } from '../features/discussion/comments-page'
import { readText, runThreadIntent } from '../features/discussion/run-thread-intent'
import { useStrategyChanges } from '../features/live/use-strategy-changes'
import { refusalStatus, requireActor, unwrap } from '../responses'
import { useRefresh } from '../ui/use-refresh'

export const meta: MetaFunction = () => [{ title: 'Comments · Northing' }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { partnershipId, ...discussion } = unwrap(
    await context.services.discussion.readDiscussion(actor, strategyId),
  )
  const search = new URL(request.url).searchParams
  return {
    ...discussion,
    strategyId,
    people: { ...discussion.people, personId: actor.personId },
    filter: parseThreadFilter(search),
    search: search.toString(),
    upTo: Math.max(COMMENTS_PER_PAGE, Math.trunc(Number(search.get('upTo'))) || 0),
    rights: {
      personId: actor.personId,
      organisationId: actor.organisationId,
      mayComment: has(actor, 'comment', { partnershipId }),
      mayResolve: has(actor, 'resolve_thread', { partnershipId }),
      mayAssign: has(actor, 'assign_thread', { partnershipId }),
    },
    mayInvite: has(actor, 'invite_guest', { partnershipId }),
    keySeed: crypto.randomUUID().replaceAll('-', '').slice(0, 20),
  }
}

/** Forms of pages without scripts; with scripts they are sent to the threads address and the page stays. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const form = await request.formData()
  const outcome = await runThreadIntent(context.services.discussion, { actor, strategyId, form })
  if (outcome.ok)
    return redirect(`/strategies/${strategyId}/comments#thread-${outcome.value.threadId}`, 303)
  const { refusal } = outcome
  return data(
    {
      message: refusal.message,
      threadId: readText(form, 'threadId'),
      typed: readText(form, 'text'),
    },
    { status: refusalStatus(refusal) },
  )
}

export default function Comments() {
  const discussion = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const refresh = useRefresh()
  useStrategyChanges(discussion.strategyId, (what) => {
    if (what === 'threads') refresh()
  })
  return <CommentsPage {...discussion} refused={refused} onChanged={refresh} />
}
