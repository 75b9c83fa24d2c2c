import type { Refusal } from '../../domain/outcome/outcome'

/** As much of an exported file as an answer needs. */
interface File {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly disposition: string
}

/** A file to save, never shown inside our own site. The server adds `nosniff` to every answer. */
export function answerFile({ bytes, contentType, disposition }: File): Response {
  return new Response(bytes.slice(), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': disposition,
      'Content-Length': String(bytes.byteLength),
    },
  })
}

interface RefusedRequest {
  readonly request: Request
  readonly refusal: Refusal
  readonly status: number
}

/** Links to files have no page of their own: people who followed one get a small page, programs get JSON. */
export function answerRefusal({ request, refusal, status }: RefusedRequest): Response {
  const { code, message } = refusal
  if (!wantsPage(request)) return Response.json({ error: { code, message } }, { status })
  return new Response(drawPage(message, status), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  })
}

function wantsPage(request: Request): boolean {
  return request.headers.get('Accept')?.includes('text/html') ?? false
}

function drawPage(message: string, status: number): string {
  const title = status === 404 ? 'There is nothing here' : 'That could not be exported'
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Northing</title>
<style>
body { margin: 0; font: 1rem/1.5 Arial, sans-serif; color: #1f2933; background: #f5f6f7 }
header { background: #0b4f54; color: #fff; padding: 18px 24px; font-size: 1.1875rem; font-weight: 700 }
main { max-width: 672px; margin: 0 auto; padding: 32px 24px }
h1 { font-size: 1.75rem; line-height: 1.2 }
a { color: #0b5394 }
</style>
</head>
<body>
<header>Northing</header>
<main>
<h1>${escape(title)}</h1>
<p>${escape(message)}</p>
<p>Nothing was changed. Go back with your browser, or <a href="/">go to your start page</a>.</p>
</main>
</body>
</html>
`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
