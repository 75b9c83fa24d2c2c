import { type FormEvent, useId, useState } from 'react'
import {
  ANSWER_REASON_MAX,
  DISPOSITIONS,
  DISPOSITION_LABELS,
} from '../../domain/discussion/disposition'
import { Button } from '../../ui/button'
import { sendThreadForm } from './send-comment'

interface AnswerFormProps {
  readonly strategyId: string
  readonly threadId: string
  readonly onChanged: () => void
}

/** Says what became of what was said, and closes the thread. Closed, it is one button. */
export function AnswerForm({ strategyId, threadId, onChanged }: AnswerFormProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const sent = await sendThreadForm(strategyId, new FormData(event.currentTarget))
    setProblem(sent.ok ? null : sent.message)
    if (!sent.ok) return
    setOpen(false)
    onChanged()
  }

  if (!isOpen) {
    return (
      <Button small type="button" onClick={() => setOpen(true)}>
        Answer…
      </Button>
    )
  }
  return (
    <form className="answer-form" onSubmit={(event) => void send(event)}>
      <input type="hidden" name="intent" value="resolve" />
      <input type="hidden" name="threadId" value={threadId} />
      {problem ? (
        <p className="comment-form-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <label className="comment-form-label" htmlFor={`${id}-disposition`}>
        What became of it
      </label>
      <select id={`${id}-disposition`} name="disposition" required className="field-control">
        {DISPOSITIONS.map((disposition) => (
          <option key={disposition} value={disposition}>
            {DISPOSITION_LABELS[disposition]}
          </option>
        ))}
      </select>
      <label className="comment-form-label" htmlFor={`${id}-reason`}>
        Reason
      </label>
      <textarea
        id={`${id}-reason`}
        name="reason"
        rows={2}
        maxLength={ANSWER_REASON_MAX * 2}
        className="field-control"
      />
      <div className="comment-form-buttons">
        <Button small variant="primary">
          Record the answer
        </Button>
        <Button small type="button" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
