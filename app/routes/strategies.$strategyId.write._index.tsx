import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireActor, unwrap } from '../responses'

/** Writing begins with the first chapter; a strategy without chapters shows the page around it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const strategyId = params['strategyId'] ?? ''
  const { chapters } = unwrap(await context.services.strategies.readDraft(actor, strategyId))
  const [first] = chapters
  return first ? redirect(`/strategies/${strategyId}/write/${encodeURIComponent(first.id)}`) : null
}

export default function WriteIndex() {
  return null
}
