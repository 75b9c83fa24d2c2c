/** What came of sending a form: what was answered, or a sentence for the person, whose text stays where it is. */
export type SentForm =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly message: string; readonly isConflict?: boolean }

const UNREACHABLE =
  'The server could not be reached, so nothing was saved. Your text is still here: send it again when you are connected.'
const SIGNED_OUT =
  'You are no longer signed in, so nothing was saved. Your text is still here: sign in in another tab, then send it again.'
const UNCLEAR =
  'The server did not answer as expected, so it may not have been saved. Your text is still here: send it again.'

/** Sends a form without leaving the page: a lost connection or session is a sentence, never an error page. */
export async function sendFormTo(address: string, form: FormData): Promise<SentForm> {
  try {
    const response = await fetch(address, {
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

async function readAnswer(response: Response): Promise<SentForm> {
  if (response.redirected) return { ok: false, message: SIGNED_OUT }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok && typeof answer === 'object' && answer !== null) return { ok: true, answer }
  const isConflict = response.status === 409
  return { ok: false, message: readMessage(answer) ?? UNCLEAR, isConflict }
}

/** `{ error: { message } }`, as the server refuses. */
function readMessage(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return null
  const { error } = answer
  if (typeof error !== 'object' || error === null || !('message' in error)) return null
  return typeof error.message === 'string' ? error.message : null
}

/** Random, also on addresses where the browser has no `crypto.randomUUID`. */
export function createKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
