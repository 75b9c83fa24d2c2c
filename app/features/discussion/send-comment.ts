import { readTextAt } from '../../domain/outcome/read-json'

/** What came of sending a form: done, or a sentence for the person, whose text stays where it is. */
export type Sent =
  | { readonly ok: true; readonly threadId: string }
  | { readonly ok: false; readonly message: string }

const UNREACHABLE =
  'The server could not be reached, so nothing was saved. Your text is still here: send it again when you are connected.'
const SIGNED_OUT =
  'You are no longer signed in, so nothing was saved. Your text is still here: sign in in another tab, then send it again.'
const UNCLEAR =
  'The server did not answer as expected, so it may not have been saved. Your text is still here: send it again.'

/** Sends a form without leaving the page: a lost connection or session is a sentence, never an error page. */
export async function sendThreadForm(strategyId: string, form: FormData): Promise<Sent> {
  try {
    const response = await fetch(threadsAddress(strategyId), {
      method: 'POST',
      body: new URLSearchParams(listTexts(form)),
      headers: { Accept: 'application/json' },
    })
    return await readAnswer(response)
  } catch {
    return { ok: false, message: UNREACHABLE }
  }
}

function listTexts(form: FormData): string[][] {
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
}

export function threadsAddress(strategyId: string): string {
  return `/strategies/${encodeURIComponent(strategyId)}/threads`
}

async function readAnswer(response: Response): Promise<Sent> {
  if (response.redirected) return { ok: false, message: SIGNED_OUT }
  const body: unknown = await response.json().catch(() => null)
  const threadId = readTextAt(body, 'threadId')
  if (response.ok && threadId !== null) return { ok: true, threadId }
  return { ok: false, message: readTextAt(body, 'error', 'message') ?? UNCLEAR }
}

/** Random, also on addresses where the browser has no `crypto.randomUUID`. */
export function createKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
