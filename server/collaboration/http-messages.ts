import type { IncomingMessage, ServerResponse } from 'node:http'

/** Kept by nobody: it is what one person may see at this moment. */
const HEADERS = { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' }

export function answerJson(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'application/json' })
  response.end(JSON.stringify(body))
}

export function answerBytes(response: ServerResponse, body: Uint8Array): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(200, {
    ...HEADERS,
    'Content-Type': 'application/octet-stream',
    'Content-Length': body.length,
  })
  response.end(body)
}

/** The whole body, or null when it is larger than allowed; the rest of such a one is not read. */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return null
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
