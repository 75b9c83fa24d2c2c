import { type FormEvent, useId, useState } from 'react'
import { dayOfInstant } from '../../domain/dates/format-date'
import { describeDue } from '../../domain/discussion/assignment'
import type { Thread } from '../../domain/discussion/thread'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { useDiscussionPeople } from './discussion-people'
import { sendThreadForm } from './send-comment'

interface AssignmentProps {
  readonly thread: Thread
  /** The chair and editors ask anybody; others take a thread on themselves. */
  readonly mayAssignOthers: boolean
  readonly onChanged: () => void
}

/** YYYY-MM-DD where the reader is; days, not instants, are due. */
function today(): string {
  return dayOfInstant(new Date())
}

export function AssignedTo({ thread }: { readonly thread: Thread }) {
  if (!thread.assignment) return null
  const { person, dueOn } = thread.assignment
  return (
    <p className="thread-card-assigned">
      <strong>Assigned to {person.name}</strong>. {describeDue(dueOn, today())}
    </p>
  )
}

/** Closed, it is one button; not there for those who may not touch the assignment. */
export function AssignForm(props: AssignmentProps) {
  const { thread, mayAssignOthers } = props
  const { assignees, personId } = useDiscussionPeople()
  const [isOpen, setOpen] = useState(false)
  const current = thread.assignment?.person.id ?? personId
  const offered = mayAssignOthers ? assignees : assignees.filter(({ id }) => id === personId)
  if (offered.length === 0 || (!mayAssignOthers && current !== personId)) return null
  if (isOpen) return <OpenForm {...props} offered={offered} onClose={() => setOpen(false)} />
  return (
    <Button small type="button" onClick={() => setOpen(true)}>
      Assign…
    </Button>
  )
}

interface OpenFormProps extends AssignmentProps {
  readonly offered: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

function OpenForm({ thread, mayAssignOthers, onChanged, offered, onClose }: OpenFormProps) {
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const { personId } = useDiscussionPeople()
  const first = thread.assignment?.person.id ?? (mayAssignOthers ? '' : personId)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const sent = await sendThreadForm(thread.strategyId, new FormData(event.currentTarget))
    setProblem(sent.ok ? null : sent.message)
    if (!sent.ok) return
    onClose()
    onChanged()
  }

  return (
    <form className="answer-form" onSubmit={(event) => void send(event)}>
      <input type="hidden" name="intent" value="assign" />
      <input type="hidden" name="threadId" value={thread.id} />
      {problem ? (
        <p className="comment-form-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <label className="comment-form-label" htmlFor={`${id}-who`}>
        Who sees to it
      </label>
      <select id={`${id}-who`} name="assigneeId" defaultValue={first} className="field-control">
        <option value="">Nobody</option>
        {offered.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <DateField
        id={`${id}-due`}
        name="due"
        label="Due (optional)"
        defaultValue={thread.assignment?.dueOn}
      />
      <div className="comment-form-buttons">
        <Button small variant="primary">
          Save
        </Button>
        <Button small type="button" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
