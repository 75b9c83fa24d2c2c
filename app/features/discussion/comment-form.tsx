import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { COMMENT_MAX } from '../../domain/discussion/thread'
import { createKey } from '../../ui/send-form'
import { sendThreadForm } from './send-comment'
import './comment-form.css'

interface CommentFormProps {
  readonly strategyId: string
  /** Hidden fields: the intent, and what it is about. */
  readonly fields: Readonly<Record<string, string>>
  readonly label: string
  readonly submitLabel: string
  /** From the server, so that the form works before scripts do. */
  readonly firstKey?: string
  /** Text that was refused when the whole page was sent. */
  readonly typed?: string
  /** Opened by a button whose purpose is to write here. */
  readonly takesFocus?: boolean
  readonly onSent: (threadId: string) => void
  readonly onCancel?: () => void
}

/** Sends a comment and stays; what is typed is only cleared once it is saved. */
export function CommentForm(props: CommentFormProps) {
  const { strategyId, fields, label, submitLabel, takesFocus, onSent, onCancel } = props
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [key, setKey] = useState(() => props.firstKey ?? createKey())
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)

  useEffect(() => {
    if (takesFocus) box.current?.focus()
  }, [takesFocus])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    setSending(true)
    const sent = await sendThreadForm(strategyId, new FormData(event.currentTarget))
    setSending(false)
    if (!sent.ok) {
      setProblem(sent.message)
      box.current?.focus()
      return
    }
    setProblem(null)
    setKey(createKey())
    if (box.current) box.current.value = ''
    onSent(sent.threadId)
  }

  return (
    <form
      className="comment-form"
      method="post"
      action={`/strategies/${strategyId}/comments`}
      onSubmit={(event) => void send(event)}
    >
      {Object.entries({ ...fields, key }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="comment-form-label" htmlFor={id}>
        {label}
      </label>
      {problem ? (
        <p className="comment-form-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
      <textarea
        ref={box}
        id={id}
        name="text"
        rows={3}
        required
        maxLength={COMMENT_MAX * 2}
        defaultValue={props.typed}
        className="field-control"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit()
          if (event.key === 'Escape' && event.currentTarget.value === '') onCancel?.()
        }}
      />
      <div className="comment-form-buttons">
        <Button small variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Sending…' : submitLabel}
        </Button>
        {onCancel ? (
          <Button small type="button" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
      </div>
    </form>
  )
}
