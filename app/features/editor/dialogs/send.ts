import { type Outcome, type Refusal, done, refuse } from '../../../domain/outcome/outcome'

export type Answered = Outcome<unknown>

interface Sending {
  readonly url: string
  /** As it is, or in a form with its name. */
  readonly body: Blob | FormData
  readonly onProgress: (share: number) => void
}

const LOST = 'The file could not be sent: there is no connection. Try again in a moment.'
const OFFLINE = 'There is no connection, so nothing was added. Try again in a moment.'
const STRANGE =
  'The server answered something this page does not understand. Reload the page and try again.'

/** Sends a file, telling how far it has come; answers what the server made of it. */
export function sendFile({ url, body, onProgress }: Sending): Promise<Answered> {
  return new Promise((resolve) => {
    // Unlike fetch, this tells how much has been sent.
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total)
    })
    request.addEventListener('load', () =>
      resolve(readAnswer(request.status, request.responseText)),
    )
    request.addEventListener('error', () => resolve(refuse('unavailable', LOST)))
    request.addEventListener('abort', () => resolve(refuse('unavailable', LOST)))
    request.open('POST', url)
    request.send(body)
  })
}

/** Sends a few fields; answers what the server made of them. */
export async function sendForm(
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answered> {
  try {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
    return readAnswer(answer.status, await answer.text())
  } catch {
    // Only the network throws here; what the server refuses it answers.
    return refuse('unavailable', OFFLINE)
  }
}

function readAnswer(status: number, text: string): Answered {
  const answer = parse(text)
  if (status >= 200 && status < 300 && answer !== null) return done(answer)
  return { ok: false, refusal: readRefusal(answer) }
}

function readRefusal(answer: unknown): Refusal {
  const error = isRecord(answer) && isRecord(answer['error']) ? answer['error'] : {}
  const message = typeof error['message'] === 'string' ? error['message'] : STRANGE
  const fields = isRecord(error['fields']) ? readWords(error['fields']) : {}
  return { code: 'unavailable', message, fields }
}

function readWords(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A page of words from a proxy, say.
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
