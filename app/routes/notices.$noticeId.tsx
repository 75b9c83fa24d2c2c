import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor, unwrap } from '../responses'

/** Marks the notice as read and leads on to what it tells of. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const path = unwrap(await context.services.notices.follow(actor, params['noticeId'] ?? ''))
  throw redirect(path, 303)
}
