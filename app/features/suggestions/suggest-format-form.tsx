import { type FormEvent, useEffect, useRef } from 'react'
import type { AskedFormat } from '../../document/suggestions/ask-format'
import { SuggestEnd, SuggestProblem } from './suggest-form-parts'
import { useProposing } from './use-proposing'

interface SuggestFormatFormProps {
  readonly strategyId: string
  readonly change: AskedFormat
  readonly onSent: (suggestionId: string) => void
  readonly onCancel: () => void
}

/** Bold or italic for the selected words: nothing to write but why. */
export function SuggestFormatForm({
  strategyId,
  change,
  onSent,
  onCancel,
}: SuggestFormatFormProps) {
  const reason = useRef<HTMLInputElement>(null)
  const { problem, isSending, propose } = useProposing(strategyId, onSent)
  useEffect(() => reason.current?.focus(), [])

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void propose(change, new FormData(event.currentTarget))
  }

  return (
    <form className="suggest-form" onSubmit={send}>
      <SuggestProblem problem={problem} />
      <p className="suggest-form-about">
        “{change.anchor.quote}” would {change.isOn ? 'be' : 'no longer be'} {change.format}.
      </p>
      <SuggestEnd isSending={isSending} onCancel={onCancel} reasonBox={reason} />
    </form>
  )
}
