import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../ui/button'
import { COMMENT_MAX } from '../../domain/discussion/thread'
import { createKey } from '../../ui/send-form'
import { CommentBox } from './comment-box'
import { useDiscussionPeople } from './discussion-people'
import { sendThreadForm } from './send-comment'
import { useDraft } from './use-draft'
import './comment-form.css'

interface CommentFormProps {
  readonly strategyId: string
  /** Hidden fields: the intent, and what it is about. */
  readonly fields: Readonly<Record<string, string>>
  readonly label: string
  readonly submitLabel: string
  /** Names the draft this browser keeps until it is sent: `reply …`; none is kept without it. */
  readonly draftPlace?: string
  /** The words or block it is about, to recognise a draft by. */
  readonly about?: string
  /** Other controls of the form, before the box. */
  readonly children?: ReactNode
  /** From the server, so that the form works before scripts do. */
  readonly firstKey?: string
  /** Text that was refused when the whole page was sent. */
  readonly typed?: string
  /** Opened by a button whose purpose is to write here. */
  readonly takesFocus?: boolean
  readonly onSent: (threadId: string) => void
  readonly onCancel?: () => void
}

/** Sends a comment and stays; what is typed is kept until it is saved or discarded. */
export function CommentForm(props: CommentFormProps) {
  const { strategyId, fields, label, onCancel } = props
  const id = useId()
  const { box, key, problem, isSending, hasWords, send, noteWords, discard } = useCommentForm(props)
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
      {props.children}
      <label className="comment-form-label" htmlFor={id}>
        {label}
      </label>
      {problem ? (
        <p className="comment-form-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
      <CommentBox
        box={box}
        onWords={noteWords}
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
      <FormButtons
        {...props}
        isSending={isSending}
        hasDraft={hasWords && props.draftPlace !== undefined}
        onDiscard={discard}
      />
    </form>
  )
}

interface FormButtonsProps extends Pick<CommentFormProps, 'submitLabel' | 'onCancel'> {
  readonly isSending: boolean
  readonly hasDraft: boolean
  readonly onDiscard: () => void
}

function FormButtons(props: FormButtonsProps) {
  const { submitLabel, onCancel, isSending, hasDraft, onDiscard } = props
  return (
    <div className="comment-form-buttons">
      <Button small variant="primary" aria-disabled={isSending || undefined}>
        {isSending ? 'Sending…' : submitLabel}
      </Button>
      {onCancel ? (
        <Button small type="button" onClick={onCancel}>
          {hasDraft ? 'Send later' : 'Cancel'}
        </Button>
      ) : null}
      {hasDraft ? (
        <Button small type="button" onClick={onDiscard}>
          Discard
        </Button>
      ) : null}
    </div>
  )
}

function useCommentForm(props: CommentFormProps) {
  const { strategyId, fields, draftPlace = '', about = '', typed, takesFocus } = props
  const box = useRef<HTMLTextAreaElement>(null)
  const [key, setKey] = useState(() => props.firstKey ?? createKey())
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [hasWords, setHasWords] = useState(false)
  const { personId } = useDiscussionPeople()
  const draft = useDraft({ personId, strategyId, place: draftPlace, about, fields })
  const { read } = draft

  useEffect(() => {
    const kept = read()
    if (!box.current) return
    if (kept && box.current.value === (typed ?? '')) {
      box.current.value = kept.text
      setHasWords(true)
    }
    if (takesFocus) box.current.focus()
  }, [read, typed, takesFocus])

  function noteWords(text: string) {
    setHasWords(text.trim() !== '')
    draft.keep(text)
  }
  function clear() {
    draft.drop()
    setHasWords(false)
    if (box.current) box.current.value = ''
  }

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
    clear()
    props.onSent(sent.threadId)
  }

  function discard() {
    clear()
    props.onCancel?.()
  }

  return { box, key, problem, isSending, hasWords, send, noteWords, discard }
}
