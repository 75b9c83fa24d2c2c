import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import {
  type ThreadFilter,
  isFilteringThreads,
  parseThreadFilter,
} from '../../domain/discussion/filter-threads'
import {
  type PlacedThread,
  type ThreadGroup,
  countThreads,
} from '../../domain/discussion/group-threads'
import type { TextAnchor } from '../../domain/discussion/thread'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { type DiscussionPeople, DiscussionPeopleProvider } from './discussion-people'
import { FilterFields } from './filter-fields'
import { listShown, namePlace, takeThreads } from './list-shown'
import { type CommentedBlock, NewThread } from './new-thread'
import { type ThreadRights, ThreadCard } from './thread-card'
import { ThreadStepper } from './thread-stepper'
import type { LoadedThreads } from './use-threads'
import './discussion-panel.css'

export interface DiscussionPanelProps {
  readonly strategyId: string
  /** From `useThreads`. */
  readonly loaded: LoadedThreads
  /** From `usePlacedThreads`. */
  readonly placed: readonly PlacedThread[]
  readonly rights: ThreadRights
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  /** The chapter that stands open; its threads come first. */
  readonly chapterId: string | null
  /** The words selected in that chapter. */
  readonly selection: TextAnchor | null
  /** A block somebody chose *Comment* on. */
  readonly block: CommentedBlock | null
  readonly onBlockDone: () => void
  readonly nameBlock: (blockId: string) => string | null
  readonly nameField: (blockId: string, field: string) => string | null
  readonly currentThreadId: string | null
  readonly onGoTo: (item: PlacedThread) => void
}

const SHOWN_AT_ONCE = 40
const EVERYTHING_OPEN = parseThreadFilter(new URLSearchParams())

/** The discussion beside the text: write about the selection or a block, answer, resolve, find the place. */
export function DiscussionPanel(props: DiscussionPanelProps) {
  const { loaded, rights, placed, strategyId } = props
  const [filter, setFilter] = useState<ThreadFilter>(EVERYTHING_OPEN)
  const people = useMemo(
    (): DiscussionPeople => ({ ...loaded.people, personId: rights.personId }),
    [loaded.people, rights.personId],
  )
  return (
    <DiscussionPeopleProvider people={people}>
      <section className="discussion-panel" aria-label="Discussion">
        {loaded.state === 'failed' ? (
          <Notice tone="warning">
            <p>The comments could not be loaded, so this list may be old.</p>
            <Button small type="button" onClick={loaded.reload}>
              Load again
            </Button>
          </Notice>
        ) : null}
        {rights.mayComment ? (
          <NewThread
            strategyId={strategyId}
            chapterId={props.chapterId}
            selection={props.selection}
            block={props.block}
            onBlockDone={props.onBlockDone}
            onSent={loaded.reload}
          />
        ) : null}
        {placed.length > 0 ? <Filter {...props} filter={filter} onFilter={setFilter} /> : null}
        <ShownThreads key={JSON.stringify(filter)} {...props} filter={filter} />
      </section>
    </DiscussionPeopleProvider>
  )
}

interface FilterProps extends DiscussionPanelProps {
  readonly filter: ThreadFilter
  readonly onFilter: (filter: ThreadFilter) => void
}

function Filter({ placed, chapters, filter, onFilter }: FilterProps) {
  const { open, resolved } = countThreads(placed)
  const form = useRef<HTMLFormElement>(null)
  function change(event: FormEvent<HTMLFormElement>) {
    const words = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    onFilter(parseThreadFilter(new URLSearchParams(words)))
  }
  return (
    <form ref={form} className="discussion-panel-head" onChange={change}>
      <label className="discussion-panel-which">
        <span>Show</span>
        <select name="show" defaultValue={filter.show} className="field-control">
          <option value="open">Open ({open})</option>
          <option value="resolved">Resolved ({resolved})</option>
          <option value="all">All ({open + resolved})</option>
        </select>
      </label>
      <details className="discussion-panel-filter">
        <summary>
          {isFilteringThreads(filter) ? 'Filtered and ordered' : 'Filter and order'}
        </summary>
        <FilterFields filter={filter} placed={placed} chapters={chapters} />
        <Button
          small
          type="button"
          onClick={() => {
            form.current?.reset()
            onFilter(EVERYTHING_OPEN)
          }}
        >
          Show everything that is open
        </Button>
      </details>
    </form>
  )
}

function ShownThreads(props: DiscussionPanelProps & { readonly filter: ThreadFilter }) {
  const { placed, chapters, chapterId, filter, currentThreadId, loaded, rights } = props
  const [count, setCount] = useState(SHOWN_AT_ONCE)
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(
    () =>
      listShown({
        placed,
        chapters,
        filter,
        reader: rights,
        firstChapterId: chapterId,
        currentId: currentThreadId,
      }),
    [placed, chapters, filter, rights, chapterId, currentThreadId],
  )
  const listed = useMemo(() => groups.flatMap(({ threads }) => threads), [groups])
  const at = listed.findIndex(({ thread }) => thread.id === currentThreadId)
  const shown = Math.max(count, at + 1)
  useEffect(() => {
    if (currentThreadId === null) return
    list.current
      ?.querySelector(`#thread-${CSS.escape(currentThreadId)}`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [currentThreadId])
  if (listed.length === 0) {
    return loaded.state === 'loaded' ? <NoThreads isEmpty={placed.length === 0} /> : null
  }
  return (
    <div ref={list}>
      <ThreadStepper listed={listed} currentId={currentThreadId} onStep={props.onGoTo} />
      <Groups {...props} groups={takeThreads(groups, shown)} />
      {listed.length > shown ? (
        <Button small type="button" onClick={() => setCount(shown + SHOWN_AT_ONCE)}>
          Show more ({listed.length - shown} left)
        </Button>
      ) : null}
    </div>
  )
}

function NoThreads({ isEmpty }: { readonly isEmpty: boolean }) {
  return (
    <p className="discussion-panel-hint">
      {isEmpty
        ? 'No comments yet. What is said about the text will be listed here.'
        : 'No threads are as chosen.'}
    </p>
  )
}

function Groups(props: DiscussionPanelProps & { readonly groups: readonly ThreadGroup[] }) {
  const { groups, currentThreadId, loaded } = props
  return groups.map((group) => (
    <div key={group.chapterId ?? 'gone'} className="discussion-panel-group">
      <h3 className="discussion-panel-chapter">{group.title || 'Chapter without a title'}</h3>
      {group.threads.map((item) => (
        <ThreadCard
          key={item.thread.id}
          item={item}
          rights={props.rights}
          headingLevel={4}
          placeName={namePlace(item.thread.target, props)}
          isCurrent={item.thread.id === currentThreadId}
          goTo={item.place === 'gone' ? null : () => props.onGoTo(item)}
          onChanged={loaded.reload}
        />
      ))}
    </div>
  ))
}
