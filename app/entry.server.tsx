import { PassThrough } from 'node:stream'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { ReferenceContext } from './features/shell/reference'
import { NonceContext } from './ui/nonce'

const ABORT_AFTER_MS = 10_000
export const streamTimeout = ABORT_AFTER_MS - 1_000

// Remix fixes these five arguments.
// oxlint-disable-next-line max-params
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let code = status
    let sent = false
    const whole = isbot(request.headers.get('user-agent'))
    const page = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.cspNonce}>
        <ReferenceContext.Provider value={loadContext.requestId}>
          <RemixServer
            context={remixContext}
            url={request.url}
            abortDelay={ABORT_AFTER_MS}
            nonce={loadContext.cspNonce}
          />
        </ReferenceContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: loadContext.cspNonce,
        [whole ? 'onAllReady' : 'onShellReady']() {
          sent = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { status: code, headers }))
          page.pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          code = 500
          // Before the shell is sent, onShellError hands the error on; after it, only the log can know.
          if (sent) loadContext.reportError(error)
        },
      },
    )
    setTimeout(() => page.abort(), ABORT_AFTER_MS)
  })
}

/** What a loader or action threw that is not a Response. Remix hides it from the browser in production. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (!request.signal.aborted) context.reportError(error)
}
