import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PlacedThread } from '../../domain/discussion/group-threads'
import type { TextAnchor, Thread } from '../../domain/discussion/thread'
import type { Suggestion } from '../../domain/suggestions/suggestion'
import type { OpenChapter, ShownAnchor } from '../../features/editor/open-chapter'
import { isSameData, useSteadyState } from '../../ui/use-steady-state'

interface DiscussionOptions {
  readonly threads: readonly Thread[]
  readonly suggestions: readonly Suggestion[]
  readonly chapterId: string | null
  readonly openChapter: OpenChapter | null
  /** The thread or suggestion an address or a link leads to. */
  readonly askedFor: string | null
  /** `mark` is the end of the address: `thread-…` or `suggestion-…`. */
  readonly goToChapter: (chapterId: string, mark: string) => void
}

export type DiscussionView = 'comments' | 'suggestions'

/** What the discussion panel and the marks in the text have in common. */
export function useDiscussion({
  threads,
  suggestions,
  chapterId,
  openChapter,
  askedFor,
  goToChapter,
}: DiscussionOptions) {
  const [isOpen, setOpen] = useState(false)
  const [view, setView] = useState<DiscussionView>('comments')
  const [selection, setSelection] = useSteadyState<TextAnchor | null>(null, isSameData)
  const [blockId, setBlockId] = useState<string | null>(null)
  const [currentId, setCurrentId] = useState<string | null>(null)

  const openMark = useCallback(
    (id: string) => {
      setCurrentId(id)
      setView(suggestions.some((suggestion) => suggestion.id === id) ? 'suggestions' : 'comments')
      setOpen(true)
    },
    [suggestions],
  )
  const show = useCallback((wanted: DiscussionView, block?: string) => {
    if (block !== undefined) setBlockId(block)
    setView(wanted)
    setOpen(true)
  }, [])
  const commentOnBlock = useCallback((id: string) => show('comments', id), [show])
  const suggestForBlock = useCallback((id: string) => show('suggestions', id), [show])

  useAskedFor({ threads, suggestions, openChapter, askedFor }, openMark)

  const goToPlace = useCallback(
    (id: string, { mark, chapterId: place, target }: AskedPlace) => {
      setCurrentId(id)
      if (place !== null && place !== chapterId) goToChapter(place, `${mark}-${id}`)
      else if (openChapter) showPlace(target, openChapter)
    },
    [chapterId, openChapter, goToChapter],
  )
  const goTo = useCallback(
    ({ thread, chapterId: place }: PlacedThread) =>
      goToPlace(thread.id, { mark: 'thread', chapterId: place, target: thread.target }),
    [goToPlace],
  )
  const goToSuggestion = useCallback(
    (suggestion: Suggestion) =>
      goToPlace(suggestion.id, {
        mark: 'suggestion',
        chapterId: suggestion.chapterId,
        target: targetOf(suggestion),
      }),
    [goToPlace],
  )

  const anchors = useMemo(
    () => [
      ...listAnchors(threads, { chapterId, currentId }),
      ...listSuggested(suggestions, { chapterId, currentId }),
    ],
    [threads, suggestions, chapterId, currentId],
  )
  return {
    view,
    setView,
    show,
    goToSuggestion,
    isOpen,
    setOpen,
    selection,
    setSelection,
    blockId,
    setBlockId,
    currentId,
    openThread: openMark,
    commentOnBlock,
    suggestForBlock,
    goTo,
    anchors,
  }
}

/** Follows an address once text and threads are both here; once only: what others say must not scroll anybody back. */
function useAskedFor(
  {
    threads,
    suggestions,
    openChapter,
    askedFor,
  }: Pick<DiscussionOptions, 'threads' | 'suggestions' | 'openChapter' | 'askedFor'>,
  openMark: (id: string) => void,
): void {
  const followed = useRef<string | null>(null)
  useEffect(() => {
    if (askedFor === null) followed.current = null
    const place = findAskedFor({ threads, suggestions }, askedFor)
    if (!place || !openChapter || askedFor === null) return
    const asked = `${openChapter.chapterId} ${askedFor}`
    if (followed.current === asked) return
    followed.current = asked
    openMark(askedFor)
    showPlace(place, openChapter)
  }, [askedFor, threads, suggestions, openChapter, openMark])
}

/** Words, a block, a chapter: what a thread or a suggestion is about. */
type Target = { readonly type?: string; readonly anchor?: TextAnchor; readonly blockId?: string }

interface AskedPlace {
  readonly mark: 'thread' | 'suggestion'
  readonly chapterId: string | null
  readonly target: Target
}

function targetOf({ change }: Suggestion): Target {
  if ('anchor' in change) return { anchor: change.anchor }
  return { blockId: change.blockId }
}

function findAskedFor(
  { threads, suggestions }: Pick<DiscussionOptions, 'threads' | 'suggestions'>,
  askedFor: string | null,
): Target | null {
  const thread = threads.find(({ id }) => id === askedFor)
  if (thread) return thread.target
  const suggestion = suggestions.find(({ id }) => id === askedFor)
  return suggestion ? targetOf(suggestion) : null
}

function showPlace({ anchor, blockId }: Target, chapter: OpenChapter): void {
  if (anchor) chapter.goToAnchor(anchor)
  else
    document
      .querySelector(`[data-block-id="${CSS.escape(blockId ?? '')}"]`)
      ?.scrollIntoView({ block: 'center' })
}

/** Decided suggestions leave no mark, except the one being looked at. */
function listSuggested(
  suggestions: readonly Suggestion[],
  { chapterId, currentId }: { chapterId: string | null; currentId: string | null },
): ShownAnchor[] {
  return suggestions.flatMap(({ id, change, state }) => {
    const isShown = state === 'proposed' || id === currentId
    if (!isShown || !('anchor' in change) || change.chapterId !== chapterId) return []
    const isDeletion =
      change.type === 'remove_paragraph' || (change.type === 'text' && change.insert === '')
    return [
      {
        id,
        anchor: change.anchor,
        isCurrent: id === currentId,
        look: isDeletion ? 'deletion' : 'suggestion',
      },
    ]
  })
}

/** Resolved threads leave no mark, except the one being looked at. */
function listAnchors(
  threads: readonly Thread[],
  { chapterId, currentId }: { chapterId: string | null; currentId: string | null },
): ShownAnchor[] {
  return threads.flatMap(({ id, target, state }) => {
    const isShown =
      target.type === 'text' &&
      target.chapterId === chapterId &&
      (state === 'open' || id === currentId)
    return isShown && target.type === 'text'
      ? [{ id, anchor: target.anchor, isCurrent: id === currentId }]
      : []
  })
}
