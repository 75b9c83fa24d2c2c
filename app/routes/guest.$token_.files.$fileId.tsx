import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusalResponse } from '../responses'

/** A picture of the text, for whoever holds a link: no longer than the link works. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { token = '', fileId = '' } = params
  const outcome = await context.services.guests.readPicture(token, fileId)
  if (!outcome.ok) {
    const refused = refusalResponse(outcome.refusal)
    refused.headers.set('Cache-Control', 'no-store')
    return refused
  }
  const { bytes, mediaType } = outcome.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'no-store',
    },
  })
}
