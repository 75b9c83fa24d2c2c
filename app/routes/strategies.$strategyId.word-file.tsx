import type { ActionFunctionArgs } from '@remix-run/node'
import { refusalResponse, requireActor } from '../responses'

/** A Word document in the body; answers HTML for the page's own reader. Nothing is stored. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const bytes = new Uint8Array(await request.arrayBuffer())
  const { importing } = context.services
  const outcome = await importing.readWordFile(actor, params['strategyId'] ?? '', bytes)
  return outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome.refusal)
}
