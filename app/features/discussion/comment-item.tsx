import { useState } from 'react'
import { formatInstant } from '../../domain/dates/format-date'
import type { Thread, ThreadComment } from '../../domain/discussion/thread'
import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { announce } from '../../ui/live-region'
import { CommentForm } from './comment-form'
import { sendThreadForm } from './send-comment'

interface CommentItemProps {
  readonly comment: ThreadComment
  readonly thread: Thread
  /** This person wrote it and may still comment. */
  readonly isMine: boolean
  readonly onChanged: () => void
}

/** One comment: who, when, what, and for its author a way to put it in other words or to take it away. */
export function CommentItem(props: CommentItemProps) {
  const { comment, thread, isMine } = props
  const [isEditing, setEditing] = useState(false)
  const { author, createdAt, editedAt, isDeleted } = comment
  return (
    <li className="thread-comment">
      <p className="thread-comment-by">
        <strong>{author.name}</strong>{' '}
        {author.organisationName ? <span>{author.organisationName}</span> : null}
        <time dateTime={createdAt}>{formatInstant(createdAt)}</time>
        {editedAt && !isDeleted ? <span>changed {formatInstant(editedAt)}</span> : null}
      </p>
      {isDeleted ? <p className="thread-comment-gone">Taken away by its author.</p> : null}
      {isEditing ? (
        <EditForm {...props} onClose={() => setEditing(false)} />
      ) : (
        <p className="thread-comment-text">{comment.text}</p>
      )}
      {isMine && !isDeleted && !isEditing && thread.state === 'open' ? (
        <OwnActions {...props} onEdit={() => setEditing(true)} />
      ) : null}
    </li>
  )
}

function EditForm({
  comment,
  thread,
  onChanged,
  onClose,
}: CommentItemProps & { readonly onClose: () => void }) {
  return (
    <CommentForm
      strategyId={thread.strategyId}
      fields={{ intent: 'edit_comment', threadId: thread.id, commentId: comment.id }}
      label="Your comment in other words"
      submitLabel="Save"
      typed={comment.text}
      takesFocus
      onCancel={onClose}
      onSent={() => {
        onClose()
        onChanged()
      }}
    />
  )
}

function OwnActions({
  comment,
  thread,
  onChanged,
  onEdit,
}: CommentItemProps & { readonly onEdit: () => void }) {
  const [problem, setProblem] = useState<string | null>(null)
  async function remove() {
    const form = new FormData()
    form.set('intent', 'delete_comment')
    form.set('threadId', thread.id)
    form.set('commentId', comment.id)
    const sent = await sendThreadForm(thread.strategyId, form)
    setProblem(sent.ok ? null : sent.message)
    if (!sent.ok) return
    announce('Your comment was taken away.')
    onChanged()
  }
  return (
    <div className="thread-comment-own">
      <Button small type="button" onClick={onEdit}>
        Edit
      </Button>
      <ConfirmButton
        label="Take away"
        title="Take your comment away?"
        confirmLabel="Take the comment away"
        variant="quiet"
        small
        onConfirm={() => void remove()}
      >
        Others will see that there was a comment, and no longer what it said. What it said is kept
        on record.
      </ConfirmButton>
      {problem ? (
        <p className="comment-form-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
