import { useState } from 'react'
import { formatInstant } from '../../domain/dates/format-date'
import type { Thread, ThreadComment } from '../../domain/discussion/thread'
import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { announce } from '../../ui/live-region'
import { CommentForm } from './comment-form'
import { CommentText } from './comment-text'
import { Reactions } from './reactions'
import { sendThreadForm } from './send-comment'

interface CommentItemProps {
  readonly comment: ThreadComment
  readonly thread: Thread
  /** This person wrote it and may still comment. */
  readonly isMine: boolean
  readonly mayComment: boolean
  readonly personId: string
  readonly onChanged: () => void
}

/** One comment: who, when, what, and for its author a way to put it in other words or to take it away. */
export function CommentItem(props: CommentItemProps) {
  const { author, createdAt, editedAt, isDeleted } = props.comment
  return (
    <li className="thread-comment">
      <p className="thread-comment-by">
        <strong>{author.name}</strong>{' '}
        {author.organisationName ? <span>{author.organisationName}</span> : null}
        <time dateTime={createdAt}>{formatInstant(createdAt)}</time>
        {editedAt && !isDeleted ? <span>changed {formatInstant(editedAt)}</span> : null}
      </p>
      {isDeleted ? (
        <p className="thread-comment-gone">Taken away by its author.</p>
      ) : (
        <StandingComment {...props} />
      )}
    </li>
  )
}

function StandingComment(props: CommentItemProps) {
  const { comment, thread, isMine, mayComment, personId, onChanged } = props
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <EditForm {...props} onClose={() => setEditing(false)} />
  return (
    <>
      <CommentText text={comment.text} mentions={comment.mentions} />
      <Reactions
        thread={thread}
        comment={comment}
        personId={personId}
        mayReact={mayComment}
        onChanged={onChanged}
      />
      {isMine && thread.state === 'open' ? (
        <OwnActions {...props} onEdit={() => setEditing(true)} />
      ) : null}
    </>
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
      draftPlace={`edit ${comment.id}`}
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
