import type { Request, Response } from 'express'
import { readRequestId } from './request-id'

interface PlainError {
  readonly status: number
  /** For programs, in JSON. */
  readonly code: string
  readonly title: string
  /** What happened, whether anything was lost, what to do. */
  readonly message: string
}

/** An error answered before any page is drawn: a small page for people, JSON for programs. */
export function sendPlainError(req: Request, res: Response, error: PlainError): void {
  const { status, code, title, message } = error
  const reference = readRequestId(res)
  res.status(status).setHeader('Cache-Control', 'no-store')
  if (req.accepts(['json', 'html']) === 'html' && !req.path.startsWith('/api/')) {
    res.type('html').send(drawPage({ title, message, reference }))
  } else {
    res.json({ error: { code, message } })
  }
}

function drawPage(page: { title: string; message: string; reference: string }): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)} · Northing</title>
<style>
body { margin: 0; font: 1rem/1.5 Arial, sans-serif; color: #1f2933; background: #f5f6f7 }
header { background: #0b4f54; color: #fff; padding: 18px 24px; font-size: 1.1875rem; font-weight: 700 }
main { max-width: 672px; margin: 0 auto; padding: 32px 24px }
h1 { font-size: 1.75rem; line-height: 1.2 }
a { color: #0b5394 }
small { font-size: 0.875rem; color: #4a5560 }
</style>
</head>
<body>
<header>Northing</header>
<main>
<h1>${escape(page.title)}</h1>
<p>${escape(page.message)}</p>
<p><a href="/">Go to your start page</a></p>
<p><small>Reference: ${escape(page.reference)}</small></p>
</main>
</body>
</html>
`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`)
}
