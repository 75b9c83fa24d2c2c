import { readTextAt } from '../../domain/outcome/read-json'
import { sendFormTo } from '../../ui/send-form'

/** What came of sending a form: done, or a sentence for the person, whose text stays where it is. */
export type Sent =
  | { readonly ok: true; readonly threadId: string }
  | { readonly ok: false; readonly message: string }

/** Sends a form of the discussion without leaving the page. */
export async function sendThreadForm(strategyId: string, form: FormData): Promise<Sent> {
  const sent = await sendFormTo(threadsAddress(strategyId), form)
  if (!sent.ok) return sent
  return { ok: true, threadId: readTextAt(sent.answer, 'threadId') ?? '' }
}

export function threadsAddress(strategyId: string): string {
  return `/strategies/${encodeURIComponent(strategyId)}/threads`
}
