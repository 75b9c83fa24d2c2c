import { readTextAt } from '../../domain/outcome/read-json'
import { sendFormTo } from '../../ui/send-form'
import type { KeyedChange } from './use-branch'
import { suggestionsAddress } from './use-suggestions'

/** As many as the server takes in one go. */
const AT_ONCE = 200

interface RefusedChange {
  readonly key: string
  readonly message: string
}

export interface SentChanges {
  readonly sent: readonly string[]
  readonly refused: readonly RefusedChange[]
  /** Why the rest was not sent at all; null: everything was. */
  readonly problem: string | null
  readonly message: string
}

/** Sends what was typed, in order. What was not taken stays in the branch. */
export async function sendChanges(
  strategyId: string,
  changes: readonly KeyedChange[],
  reason: string,
): Promise<SentChanges> {
  const sent: string[] = []
  const refused: RefusedChange[] = []
  let message = ''
  for (let at = 0; at < changes.length; at += AT_ONCE) {
    const some = changes.slice(at, at + AT_ONCE)
    const answer = await sendFormTo(suggestionsAddress(strategyId), asForm(some, reason))
    if (!answer.ok) return { sent, refused, problem: answer.message, message }
    const said = readRefused(answer.answer)
    refused.push(...said)
    const keys = new Set(said.map(({ key }) => key))
    sent.push(...some.map(({ key }) => key).filter((key) => !keys.has(key)))
    message = readTextAt(answer.answer, 'message') ?? ''
  }
  return { sent, refused, problem: null, message }
}

function asForm(changes: readonly KeyedChange[], reason: string): FormData {
  const form = new FormData()
  form.set('intent', 'propose_all')
  const listed = changes.map(({ key, change }) => ({ key, reason, change: change.asked }))
  form.set('changes', JSON.stringify(listed))
  return form
}

function readRefused(answer: unknown): RefusedChange[] {
  if (typeof answer !== 'object' || answer === null || !('refused' in answer)) return []
  const { refused } = answer
  if (!Array.isArray(refused)) return []
  return refused.map((one) => ({
    key: readTextAt(one, 'key') ?? '',
    message: readTextAt(one, 'message') ?? '',
  }))
}
