import { useState } from 'react'
import { readTextAt } from '../../domain/outcome/read-json'
import { createKey, sendFormTo } from '../../ui/send-form'
import { suggestionsAddress } from './use-suggestions'

/** Sends one suggestion; sent twice over a shaky network it is kept once, by its key. */
export function useProposing(strategyId: string, onSent: (suggestionId: string) => void) {
  const [key] = useState(createKey)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)

  /** `typed` holds the reason, and the words when they have a box of their own. True when it was kept. */
  async function propose(change: unknown, typed: FormData): Promise<boolean> {
    if (isSending) return false
    setSending(true)
    const sent = await sendFormTo(suggestionsAddress(strategyId), asForm({ change, key }, typed))
    setSending(false)
    if (sent.ok) onSent(readTextAt(sent.answer, 'suggestionId') ?? '')
    else setProblem(sent.message)
    return sent.ok
  }

  return { problem, setProblem, isSending, propose }
}

function asForm({ change, key }: { change: unknown; key: string }, typed: FormData): FormData {
  const form = new FormData()
  form.set('intent', 'propose')
  form.set('change', JSON.stringify(change))
  form.set('key', key)
  for (const name of ['reason', 'words']) {
    const value = typed.get(name)
    if (value !== null) form.set(name, value)
  }
  return form
}
