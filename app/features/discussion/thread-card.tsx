import { Link } from '@remix-run/react'
import { useState } from 'react'
import { formatInstant } from '../../domain/dates/format-date'
import { DISPOSITION_LABELS } from '../../domain/discussion/disposition'
import type { PlacedThread } from '../../domain/discussion/group-threads'
import { THREAD_KIND_LABELS, type Thread } from '../../domain/discussion/thread'
import { Button } from '../../ui/button'
import { Tag } from '../../ui/tag'
import { CommentForm } from './comment-form'
import { CommentItem } from './comment-item'
import { AnswerForm } from './answer-form'
import { AssignedTo, AssignForm } from './assignment'
import { useHasDraft } from './use-has-draft'
import { ThreadStateButton } from './thread-state-button'
import './thread-card.css'

export interface ThreadRights {
  readonly personId: string
  readonly organisationId: string
  readonly mayComment: boolean
  readonly mayResolve: boolean
  /** To others than oneself. */
  readonly mayAssign: boolean
}

interface ThreadCardProps {
  readonly item: PlacedThread
  readonly rights: ThreadRights
  /** What its block, field or chapter is called now; null: no longer in the text. */
  readonly placeName: string | null
  readonly isCurrent?: boolean
  /** Where the text is: an address, or a way to go there on this page. */
  readonly goTo: string | (() => void) | null
  readonly firstKey?: string
  readonly headingLevel: 3 | 4
  readonly onChanged: () => void
}

/** A thread with everything one may do to it; its address is `#thread-…`. */
export function ThreadCard(props: ThreadCardProps) {
  const { thread } = props.item
  const Heading = `h${props.headingLevel}` as const
  return (
    <article
      id={`thread-${thread.id}`}
      tabIndex={-1}
      className={props.isCurrent ? 'thread-card thread-card-current' : 'thread-card'}
      aria-labelledby={`thread-${thread.id}-title`}
    >
      <header className="thread-card-head">
        <Heading className="thread-card-title" id={`thread-${thread.id}-title`}>
          {describeTarget(props)}
        </Heading>
        {thread.kind === 'comment' ? null : <Tag>{THREAD_KIND_LABELS[thread.kind]}</Tag>}
        {thread.state === 'resolved' ? <Tag tone="success">Resolved</Tag> : null}
      </header>
      <ol className="thread-card-comments">
        {thread.comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            thread={thread}
            isMine={comment.author.id === props.rights.personId && props.rights.mayComment}
            mayComment={props.rights.mayComment}
            personId={props.rights.personId}
            onChanged={props.onChanged}
          />
        ))}
      </ol>
      {thread.state === 'open' ? <AssignedTo thread={thread} /> : null}
      {thread.answer ? (
        <p className="thread-card-answer">
          <strong>{DISPOSITION_LABELS[thread.answer.disposition]}</strong>
          {thread.answer.reason ? `: ${thread.answer.reason}` : ''}
        </p>
      ) : null}
      {thread.resolvedBy && thread.resolvedAt ? (
        <p className="thread-card-note">
          Resolved by {thread.resolvedBy.name}, {formatInstant(thread.resolvedAt)}
        </p>
      ) : null}
      <ThreadActions {...props} />
    </article>
  )
}

function ThreadActions(props: ThreadCardProps) {
  const { item, rights, goTo, onChanged } = props
  const isOpen = item.thread.state === 'open'
  const mayChange = isOpen ? rights.mayResolve : rights.mayComment
  return (
    <div className="thread-card-actions">
      {isOpen && rights.mayComment ? <Reply {...props} /> : null}
      <div className="thread-card-buttons">
        <GoTo goTo={goTo} />
        {rights.mayResolve && item.thread.answer === null ? (
          <AnswerForm {...ids(item.thread)} onChanged={onChanged} />
        ) : null}
        {isOpen && rights.mayComment ? (
          <AssignForm
            thread={item.thread}
            mayAssignOthers={rights.mayAssign}
            onChanged={onChanged}
          />
        ) : null}
        {mayChange ? (
          <ThreadStateButton
            {...ids(item.thread)}
            intent={isOpen ? 'resolve' : 'reopen'}
            onChanged={onChanged}
          />
        ) : null}
      </div>
    </div>
  )
}

function ids(thread: Thread) {
  return { strategyId: thread.strategyId, threadId: thread.id }
}

function describeTarget({ item, placeName }: ThreadCardProps) {
  const { target } = item.thread
  if (target.type === 'text') return <q className="thread-card-quote">{target.anchor.quote}</q>
  if (placeName !== null) return placeName
  return target.type === 'section'
    ? 'A chapter that is no longer in the text'
    : 'A block that is no longer in the text'
}

/** Closed, it is one button; without scripts the form stands open. */
function Reply({ item, firstKey, onChanged }: ThreadCardProps) {
  const [isOpen, setOpen] = useState(false)
  const { thread } = item
  const isBegun = useHasDraft(thread.strategyId, placeOfReply(thread.id))
  if (!isOpen) {
    return (
      <>
        <Button small type="button" className="thread-card-reply" onClick={() => setOpen(true)}>
          {isBegun ? 'Go on with your reply' : 'Reply'}
        </Button>
        <noscript>
          <CommentForm
            {...replyForm(thread)}
            {...(firstKey ? { firstKey } : {})}
            onSent={onChanged}
          />
        </noscript>
      </>
    )
  }
  return (
    <CommentForm
      {...replyForm(thread)}
      takesFocus
      onCancel={() => setOpen(false)}
      onSent={() => {
        setOpen(false)
        onChanged()
      }}
    />
  )
}

function placeOfReply(threadId: string): string {
  return `reply ${threadId}`
}

function replyForm(thread: Thread) {
  return {
    strategyId: thread.strategyId,
    fields: { intent: 'reply', threadId: thread.id },
    label: 'Your reply',
    submitLabel: 'Send reply',
    draftPlace: placeOfReply(thread.id),
  }
}

function GoTo({ goTo }: Pick<ThreadCardProps, 'goTo'>) {
  if (goTo === null) return null
  if (typeof goTo === 'string') {
    return (
      <Link className="thread-card-link" to={goTo}>
        Go to the text
      </Link>
    )
  }
  return (
    <Button small type="button" onClick={goTo}>
      Go to the text
    </Button>
  )
}
