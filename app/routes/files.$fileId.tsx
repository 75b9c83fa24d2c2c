import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusalResponse } from '../responses'

/** A picture of a text. It never changes, so a browser keeps it; the server adds `nosniff` to every answer. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const outcome = await context.services.files.read(context.actor, params['fileId'] ?? '')
  if (!outcome.ok) {
    const refused = refusalResponse(outcome.refusal)
    refused.headers.set('Cache-Control', 'no-store')
    return refused
  }
  const { bytes, mediaType, isPublic } = outcome.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': mediaType.startsWith('image/') ? 'inline' : 'attachment',
      'Cache-Control': `${isPublic ? 'public' : 'private'}, max-age=31536000, immutable`,
    },
  })
}
