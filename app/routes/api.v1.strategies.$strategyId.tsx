import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusalResponse } from '../responses'
import { refuseSignedOut } from '../features/exports/refuse-signed-out'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  if (!context.actor) return refuseSignedOut()
  const outcome = await context.services.exports.readStrategyJson(context.actor, {
    strategyId: params['strategyId'] ?? '',
    edition: new URL(request.url).searchParams.get('edition') ?? undefined,
  })
  return outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome.refusal)
}
