import { Link } from '@remix-run/react'
import {
  type PlacedThread,
  countThreads,
  groupThreads,
} from '../../domain/discussion/group-threads'
import { ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { CommentForm } from './comment-form'
import { type ThreadRights, ThreadCard } from './thread-card'
import './comments-page.css'

export const COMMENT_FILTERS = ['open', 'resolved', 'all'] as const
export type CommentFilter = (typeof COMMENT_FILTERS)[number]

const FILTER_LABELS: Record<CommentFilter, string> = {
  open: 'Open',
  resolved: 'Resolved',
  all: 'All',
}

export interface CommentsPageProps {
  readonly strategyId: string
  readonly placed: readonly PlacedThread[]
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  /** Block id → what it is called: “Objective 2.3: Fewer falls”. */
  readonly blockNames: Readonly<Record<string, string>>
  readonly rights: ThreadRights
  /** Whether this person may invite people without accounts. */
  readonly mayInvite: boolean
  readonly filter: CommentFilter
  /** Begins the key of each form on the page. */
  readonly keySeed: string
  /** When the page was sent without scripts and refused. */
  readonly refused: {
    readonly message: string
    readonly threadId: string
    readonly typed: string
  } | null
  readonly onChanged: () => void
}

/** Every thread of the strategy, by chapter. */
export function CommentsPage(props: CommentsPageProps) {
  const { strategyId, placed, filter, refused } = props
  const counts = countThreads(placed)
  return (
    <>
      <PageHeading
        title="Comments"
        lead={describeCounts(counts)}
        action={
          <>
            {props.mayInvite ? (
              <ButtonLink to={`/strategies/${strategyId}/guests`}>
                People without accounts
              </ButtonLink>
            ) : null}
            <ButtonLink to={`/strategies/${strategyId}/write`} variant="primary">
              Comment in the text
            </ButtonLink>
          </>
        }
      />
      {refused ? <Refused {...props} refused={refused} /> : null}
      {placed.length === 0 ? (
        <NoComments {...props} />
      ) : (
        <FilterLinks filter={filter} counts={counts} />
      )}
      <CommentGroups {...props} />
    </>
  )
}

function describeCounts({ open, resolved }: { open: number; resolved: number }): string {
  if (open + resolved === 0) return 'What people say about the text, and how it was answered.'
  const threads = open === 1 ? '1 open thread' : `${open} open threads`
  return `${threads}, ${resolved} resolved.`
}

function NoComments({ rights }: CommentsPageProps) {
  return (
    <EmptyState title="No comments yet">
      {rights.mayComment
        ? 'Select text on the Write page, or open a block’s menu, to say what you think. Threads are listed here by chapter until they are resolved.'
        : 'Threads that others begin are listed here by chapter until they are resolved.'}
    </EmptyState>
  )
}

function FilterLinks({
  filter,
  counts,
}: {
  readonly filter: CommentFilter
  readonly counts: { open: number; resolved: number }
}) {
  const numbers = { ...counts, all: counts.open + counts.resolved }
  return (
    <nav className="comments-filter" aria-label="Which threads">
      {COMMENT_FILTERS.map((name) => (
        <Link
          key={name}
          to={name === 'open' ? '.' : `?show=${name}`}
          preventScrollReset
          aria-current={name === filter ? 'true' : undefined}
          className="comments-filter-link"
        >
          {FILTER_LABELS[name]} <span className="comments-filter-number">{numbers[name]}</span>
        </Link>
      ))}
    </nav>
  )
}

function CommentGroups(props: CommentsPageProps) {
  const { placed, chapters, filter, strategyId } = props
  const shown = placed.filter((item) => filter === 'all' || item.thread.state === filter)
  const groups = groupThreads(shown, chapters)
  if (placed.length > 0 && groups.length === 0) {
    return <p className="comments-none">No {filter === 'open' ? 'open' : 'resolved'} threads.</p>
  }
  return groups.map((group) => (
    <section
      key={group.chapterId ?? 'gone'}
      className="comments-group"
      aria-labelledby={`group-${group.chapterId ?? 'gone'}`}
    >
      <h2 id={`group-${group.chapterId ?? 'gone'}`} className="comments-chapter">
        {group.title || 'Chapter without a title'}
      </h2>
      {group.chapterId === null ? (
        <p className="comments-gone">
          The words or blocks these threads are about were taken out of the text. The threads are
          kept, with their quotes.
        </p>
      ) : null}
      {group.threads.map((item) => (
        <ThreadCard
          key={item.thread.id}
          item={item}
          rights={props.rights}
          headingLevel={3}
          blockName={nameBlock(props, item)}
          chapterName={`The whole chapter: ${group.title || 'without a title'}`}
          goTo={addressOf(strategyId, item)}
          firstKey={`${props.keySeed}-${item.thread.id}`}
          onChanged={props.onChanged}
        />
      ))}
    </section>
  ))
}

function nameBlock({ blockNames }: CommentsPageProps, { thread }: PlacedThread): string | null {
  return thread.target.type === 'block' ? (blockNames[thread.target.blockId] ?? null) : null
}

/** The writing page opens the thread beside its text. */
function addressOf(strategyId: string, { thread, place, chapterId }: PlacedThread): string | null {
  if (place === 'gone' || chapterId === null) return null
  return `/strategies/${strategyId}/write/${chapterId}#thread-${thread.id}`
}

function Refused({
  strategyId,
  keySeed,
  refused,
  onChanged,
}: CommentsPageProps & { readonly refused: NonNullable<CommentsPageProps['refused']> }) {
  return (
    <>
      <Notice tone="error" live>
        {refused.message}
      </Notice>
      {refused.threadId && refused.typed ? (
        <CommentForm
          strategyId={strategyId}
          fields={{ intent: 'reply', threadId: refused.threadId }}
          label="Your reply"
          submitLabel="Send reply"
          firstKey={`${keySeed}-again`}
          typed={refused.typed}
          onSent={onChanged}
        />
      ) : null}
    </>
  )
}
