import { Form, Link, useSubmit } from '@remix-run/react'
import {
  isFilteringThreads,
  THREAD_STATES,
  type ThreadFilter,
} from '../../domain/discussion/filter-threads'
import {
  type PlacedThread,
  type ThreadGroup,
  countThreads,
} from '../../domain/discussion/group-threads'
import { Button, ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { CommentForm } from './comment-form'
import { type DiscussionPeople, DiscussionPeopleProvider } from './discussion-people'
import { FilterFields } from './filter-fields'
import { listShown, namePlace, takeThreads } from './list-shown'
import { type ThreadRights, ThreadCard } from './thread-card'
import { ThreadStepper } from './thread-stepper'
import './comments-page.css'

const STATE_LABELS = { open: 'Open', resolved: 'Resolved', all: 'All' } as const

/** So many cards in a page; more are asked for by a link. */
export const COMMENTS_PER_PAGE = 100

export interface CommentsPageProps {
  readonly strategyId: string
  readonly placed: readonly PlacedThread[]
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  /** Block id → what it is called: “Objective 2.3: Fewer falls”. */
  readonly blockNames: Readonly<Record<string, string>>
  /** Block id and field key → “Target date”. */
  readonly fieldNames: Readonly<Record<string, string>>
  readonly people: DiscussionPeople
  readonly rights: ThreadRights
  /** Whether this person may invite people without accounts. */
  readonly mayInvite: boolean
  readonly filter: ThreadFilter
  /** The address's own parameters, which links keep. */
  readonly search: string
  /** How many cards are shown. */
  readonly upTo: number
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

/** Every thread of the strategy: by chapter, or filtered and ordered otherwise. */
export function CommentsPage(props: CommentsPageProps) {
  const { strategyId, placed, refused } = props
  return (
    <DiscussionPeopleProvider people={props.people}>
      <PageHeading
        title="Comments"
        lead={describeCounts(countThreads(placed))}
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
        <>
          <StateLinks {...props} />
          <FilterForm {...props} />
          <ShownThreads {...props} />
        </>
      )}
    </DiscussionPeopleProvider>
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

function StateLinks({ placed, filter, search }: CommentsPageProps) {
  const counts = countThreads(placed)
  const numbers = { ...counts, all: counts.open + counts.resolved }
  return (
    <nav className="comments-filter" aria-label="Which threads">
      {THREAD_STATES.map((name) => (
        <Link
          key={name}
          to={withParameters(search, { show: name === 'open' ? null : name, upTo: null })}
          preventScrollReset
          aria-current={name === filter.show ? 'true' : undefined}
          className="comments-filter-link"
        >
          {STATE_LABELS[name]} <span className="comments-filter-number">{numbers[name]}</span>
        </Link>
      ))}
    </nav>
  )
}

/** Applied as it is changed; without scripts by its button. */
function FilterForm({ placed, chapters, filter, search }: CommentsPageProps) {
  const submit = useSubmit()
  const isFiltering = isFilteringThreads(filter) || filter.sort !== 'place'
  return (
    <details className="comments-more" open={isFiltering || undefined}>
      <summary>Filter and order</summary>
      <Form
        method="get"
        key={search}
        preventScrollReset
        onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
      >
        {filter.show === 'open' ? null : <input type="hidden" name="show" value={filter.show} />}
        <FilterFields filter={filter} placed={placed} chapters={chapters} />
        <div className="comment-form-buttons">
          <noscript>
            <Button small>Show these</Button>
          </noscript>
          {isFiltering ? (
            <Link to="." preventScrollReset>
              Show everything that is open
            </Link>
          ) : null}
        </div>
      </Form>
    </details>
  )
}

function ShownThreads(props: CommentsPageProps) {
  const { placed, chapters, filter, rights, search, upTo } = props
  const groups = listShown({ placed, chapters, filter, reader: rights })
  const listed = groups.flatMap(({ threads }) => threads)
  if (listed.length === 0) {
    const isFiltering = isFilteringThreads(filter)
    const state = filter.show === 'all' ? '' : ` ${filter.show}`
    return (
      <p className="comments-none">
        {isFiltering ? 'No threads are as chosen.' : `No${state} threads.`}
      </p>
    )
  }
  const left = listed.length - upTo
  return (
    <>
      <ThreadStepper listed={listed.slice(0, upTo)} currentId={null} onStep={focusThread} />
      <CommentGroups {...props} groups={takeThreads(groups, upTo)} />
      {left > 0 ? (
        <p>
          <Link
            to={withParameters(search, { upTo: String(upTo + COMMENTS_PER_PAGE) })}
            preventScrollReset
          >
            Show more ({left} left)
          </Link>
        </p>
      ) : null}
    </>
  )
}

function focusThread({ thread }: PlacedThread): void {
  const card = document.querySelector<HTMLElement>(`#thread-${CSS.escape(thread.id)}`)
  card?.scrollIntoView({ block: 'center' })
  card?.focus({ preventScroll: true })
}

function withParameters(search: string, change: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return `?${next.toString()}`
}

interface CommentGroupsProps extends CommentsPageProps {
  readonly groups: readonly ThreadGroup[]
}

function CommentGroups(props: CommentGroupsProps) {
  const { chapters, strategyId, blockNames, fieldNames } = props
  const names = {
    chapters,
    nameBlock: (blockId: string) => blockNames[blockId] ?? null,
    nameField: (blockId: string, field: string) => fieldNames[`${blockId} ${field}`] ?? null,
  }
  return props.groups.map((group) => (
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
          placeName={namePlace(item.thread.target, names)}
          goTo={addressOf(strategyId, item)}
          firstKey={`${props.keySeed}-${item.thread.id}`}
          onChanged={props.onChanged}
        />
      ))}
    </section>
  ))
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
