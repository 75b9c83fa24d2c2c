import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { runThreadIntent } from '../features/discussion/run-thread-intent'
import { refusalResponse, requireActor } from '../responses'

/** JSON for the discussion beside the text. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { discussion } = context.services
  const strategyId = params['strategyId'] ?? ''
  const [listed, people] = await Promise.all([
    discussion.listThreads(actor, strategyId),
    discussion.listDiscussionPeople(actor, strategyId),
  ])
  if (!listed.ok) return refusalResponse(listed.refusal)
  if (!people.ok) return refusalResponse(people.refusal)
  return Response.json({ threads: listed.value, people: people.value })
}

/** `intent` start, reply, resolve or reopen; answers the thread. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const outcome = await runThreadIntent(context.services.discussion, {
    actor,
    strategyId: params['strategyId'] ?? '',
    form: await request.formData(),
  })
  return outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome.refusal)
}
