import { type FormEvent, useEffect, useId, useRef } from 'react'
import { SuggestEnd, SuggestProblem } from './suggest-form-parts'
import { useProposing } from './use-proposing'

export interface SuggestFormProps {
  readonly strategyId: string
  /** The change without its words. */
  readonly change: unknown
  /** What the text says now; it stands in the box to be changed. */
  readonly words: string
  readonly label: string
  readonly onSent: (suggestionId: string) => void
  readonly onCancel: () => void
}

/** Change the words and send: what is typed is kept until it is saved. */
export function SuggestForm(props: SuggestFormProps) {
  const { strategyId, change, words, label, onSent, onCancel } = props
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const { problem, isSending, propose } = useProposing(strategyId, onSent)

  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const isKept = await propose(change, new FormData(event.currentTarget))
    if (!isKept) box.current?.focus()
  }

  return (
    <form className="suggest-form" onSubmit={(event) => void send(event)}>
      <SuggestProblem id={`${id}-problem`} problem={problem} />
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
      <SuggestEnd isSending={isSending} onCancel={onCancel} />
    </form>
  )
}
