import type { ActionFunctionArgs } from '@remix-run/node'
import { refusalResponse, requireActor } from '../responses'

/** Stores the picture in the field `file`; answers its id and size. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const file = (await request.formData()).get('file')
  const isFile = file !== null && typeof file !== 'string'
  const outcome = await context.services.files.add(actor, {
    strategyId: params['strategyId'] ?? '',
    name: isFile ? file.name : '',
    bytes: isFile ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
  })
  return outcome.ok ? Response.json(outcome.value) : refusalResponse(outcome.refusal)
}
