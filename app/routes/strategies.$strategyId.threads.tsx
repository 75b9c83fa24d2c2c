import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { runThreadIntent } from '../features/discussion/run-thread-intent'
import { refusalResponse, requireActor } from '../responses'

/** JSON for the discussion beside the text. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const listed = await context.services.discussion.listThreads(actor, params['strategyId'] ?? '')
  return listed.ok ? Response.json({ threads: listed.value }) : refusalResponse(listed.refusal)
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
