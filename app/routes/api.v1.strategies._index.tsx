import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusalResponse } from '../responses'
import { refuseSignedOut } from '../features/exports/refuse-signed-out'

export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.actor) return refuseSignedOut()
  const outcome = await context.services.exports.listStrategiesJson(context.actor)
  return outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome.refusal)
}
