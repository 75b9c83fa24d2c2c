import { useEffect, useRef, useState } from 'react'
import {
  type PlacedThread,
  countThreads,
  groupThreads,
} from '../../domain/discussion/group-threads'
import type { TextAnchor } from '../../domain/discussion/thread'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { CommentForm } from './comment-form'
import { type ThreadRights, ThreadCard } from './thread-card'
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
  /** The chapter that stands open; its threads come first and the others can be shown. */
  readonly chapterId: string | null
  /** The words selected in that chapter. */
  readonly selection: TextAnchor | null
  /** A block somebody chose *Comment* on. */
  readonly block: { readonly id: string; readonly name: string } | null
  readonly onBlockDone: () => void
  readonly nameBlock: (blockId: string) => string | null
  readonly currentThreadId: string | null
  readonly onGoTo: (item: PlacedThread) => void
}

/** The discussion beside the text: write about the selection or a block, answer, resolve, find the place. */
export function DiscussionPanel(props: DiscussionPanelProps) {
  const { loaded, rights, placed } = props
  const [showsResolved, setShowsResolved] = useState(false)
  const { open, resolved } = countThreads(placed)
  return (
    <section className="discussion-panel" aria-label="Discussion">
      <div className="discussion-panel-head">
        <output className="discussion-panel-count">
          {open} open, {resolved} resolved
        </output>
        {resolved > 0 ? (
          <label className="discussion-panel-filter">
            <input
              type="checkbox"
              checked={showsResolved}
              onChange={(event) => setShowsResolved(event.target.checked)}
            />{' '}
            Show resolved
          </label>
        ) : null}
      </div>
      {loaded.state === 'failed' ? (
        <Notice tone="warning">
          <p>The comments could not be loaded, so this list may be old.</p>
          <Button small type="button" onClick={loaded.reload}>
            Load again
          </Button>
        </Notice>
      ) : null}
      {rights.mayComment ? <NewThread {...props} /> : null}
      <ThreadGroups {...props} showsResolved={showsResolved} />
    </section>
  )
}

interface Draft {
  readonly target: unknown
  readonly about: string
}

/** Starts from the selection or the block as they were when the button was pressed: writing moves the selection. */
function NewThread(props: DiscussionPanelProps) {
  const { strategyId, selection, chapterId, block, onBlockDone, loaded } = props
  const [draft, setDraft] = useState<Draft | null>(null)
  const shown = block ? draftOfBlock(block) : draft
  function close() {
    setDraft(null)
    onBlockDone()
  }
  if (shown) {
    return (
      <div className="discussion-panel-new">
        <p className="discussion-panel-about">{shown.about}</p>
        <CommentForm
          key={shown.about}
          strategyId={strategyId}
          fields={{ intent: 'start', target: JSON.stringify(shown.target) }}
          label="Your comment"
          submitLabel="Comment"
          takesFocus
          onCancel={close}
          onSent={() => {
            close()
            loaded.reload()
          }}
        />
      </div>
    )
  }
  const isReady = selection !== null && chapterId !== null
  return (
    <div className="discussion-panel-new">
      <Button
        small
        type="button"
        disabled={!isReady}
        // The button must not take the selection away before it is read.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => isReady && setDraft(draftOfText(chapterId, selection))}
      >
        Comment on this text
      </Button>
      {isReady ? null : (
        <p className="discussion-panel-hint">Select text, or open a block’s menu, to comment.</p>
      )}
    </div>
  )
}

function draftOfText(chapterId: string, anchor: TextAnchor): Draft {
  return { target: { type: 'text', chapterId, anchor }, about: `“${anchor.quote}”` }
}

function draftOfBlock(block: { id: string; name: string }): Draft {
  return { target: { type: 'block', chapterId: null, blockId: block.id }, about: block.name }
}

function ThreadGroups(props: DiscussionPanelProps & { readonly showsResolved: boolean }) {
  const { placed, chapters, chapterId, showsResolved, currentThreadId, loaded } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (currentThreadId === null) return
    list.current
      ?.querySelector(`#thread-${CSS.escape(currentThreadId)}`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [currentThreadId])
  const isShown = (item: PlacedThread) =>
    showsResolved || item.thread.state === 'open' || item.thread.id === currentThreadId
  const groups = groupThreads(placed.filter(isShown), chapters)
  const ordered = [
    ...groups.filter((g) => g.chapterId === chapterId),
    ...groups.filter((g) => g.chapterId !== chapterId),
  ]
  if (ordered.length === 0 && loaded.state === 'loaded') {
    return (
      <p className="discussion-panel-hint">
        No comments yet. What is said about the text will be listed here.
      </p>
    )
  }
  return (
    <div ref={list}>
      {ordered.map((group) => (
        <div key={group.chapterId ?? 'gone'} className="discussion-panel-group">
          <h3 className="discussion-panel-chapter">{group.title || 'Chapter without a title'}</h3>
          {group.threads.map((item) => (
            <ThreadCard
              key={item.thread.id}
              item={item}
              rights={props.rights}
              headingLevel={4}
              blockName={
                item.thread.target.type === 'block'
                  ? props.nameBlock(item.thread.target.blockId)
                  : null
              }
              isCurrent={item.thread.id === currentThreadId}
              goTo={item.place === 'gone' ? null : () => props.onGoTo(item)}
              onChanged={loaded.reload}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
