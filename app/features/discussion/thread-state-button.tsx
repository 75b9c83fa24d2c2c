import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button'
import { sendThreadForm } from './send-comment'

interface ThreadStateButtonProps {
  readonly strategyId: string
  readonly threadId: string
  readonly intent: 'resolve' | 'reopen'
  readonly onChanged: () => void
}

const LABELS = { resolve: 'Resolve', reopen: 'Reopen' }

export function ThreadStateButton(props: ThreadStateButtonProps) {
  const { strategyId, threadId, intent, onChanged } = props
  const [problem, setProblem] = useState<string | null>(null)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const sent = await sendThreadForm(strategyId, new FormData(event.currentTarget))
    setProblem(sent.ok ? null : sent.message)
    if (sent.ok) onChanged()
  }

  return (
    <form
      method="post"
      action={`/strategies/${strategyId}/comments`}
      onSubmit={(event) => void send(event)}
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="threadId" value={threadId} />
      <Button small>{LABELS[intent]}</Button>
      {problem ? (
        <p className="comment-form-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </form>
  )
}
