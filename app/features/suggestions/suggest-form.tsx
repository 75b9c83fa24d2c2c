import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { createKey, sendFormTo } from '../../ui/send-form'
import { suggestionsAddress } from './use-suggestions'
import './suggest-form.css'

export interface SuggestFormProps {
  readonly strategyId: string
  /** The change without its words. */
  readonly change: unknown
  /** What the text says now; it stands in the box to be changed. */
  readonly words: string
  readonly label: string
  readonly onSent: () => void
  readonly onCancel: () => void
}

/** Change the words and send: what is typed is kept until it is saved. */
export function SuggestForm({
  strategyId,
  change,
  words,
  label,
  onSent,
  onCancel,
}: SuggestFormProps) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [key] = useState(createKey)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)

  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    setSending(true)
    const sent = await sendFormTo(suggestionsAddress(strategyId), new FormData(event.currentTarget))
    setSending(false)
    if (sent.ok) return onSent()
    setProblem(sent.message)
    box.current?.focus()
  }

  return (
    <form className="suggest-form" onSubmit={(event) => void send(event)}>
      <input type="hidden" name="intent" value="propose" />
      <input type="hidden" name="change" value={JSON.stringify(change)} />
      <input type="hidden" name="key" value={key} />
      {problem ? (
        <p className="suggest-form-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
      <label className="suggest-form-label" htmlFor={`${id}-words`}>
        {label}
      </label>
      <textarea
        ref={box}
        id={`${id}-words`}
        name="words"
        rows={4}
        defaultValue={words}
        className="field-control"
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        aria-invalid={problem ? true : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit()
        }}
      />
      <p className="suggest-form-hint" id={`${id}-hint`}>
        Change the words as you would have them. Leave the box empty to suggest that they go.
      </p>
      <label className="suggest-form-label" htmlFor={`${id}-reason`}>
        Why (optional)
      </label>
      <input
        id={`${id}-reason`}
        name="reason"
        type="text"
        maxLength={4000}
        className="field-control"
      />
      <div className="suggest-form-buttons">
        <Button small variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Sending…' : 'Suggest'}
        </Button>
        <Button small type="button" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
