import { useCallback, useEffect, useMemo, useState } from 'react'
import type { PlacedThread } from '../../domain/discussion/group-threads'
import type { TextAnchor, Thread } from '../../domain/discussion/thread'
import type { OpenChapter, ShownAnchor } from '../../features/editor/open-chapter'
import { isSameData, useSteadyState } from '../../ui/use-steady-state'

interface DiscussionOptions {
  readonly threads: readonly Thread[]
  readonly chapterId: string | null
  readonly openChapter: OpenChapter | null
  /** The thread an address or a link leads to. */
  readonly askedFor: string | null
  readonly goToChapter: (chapterId: string, threadId: string) => void
}

/** What the discussion panel and the marks in the text have in common. */
export function useDiscussion({
  threads,
  chapterId,
  openChapter,
  askedFor,
  goToChapter,
}: DiscussionOptions) {
  const [isOpen, setOpen] = useState(false)
  const [selection, setSelection] = useSteadyState<TextAnchor | null>(null, isSameData)
  const [blockId, setBlockId] = useState<string | null>(null)
  const [currentId, setCurrentId] = useState<string | null>(null)

  const openThread = useCallback((id: string) => {
    setCurrentId(id)
    setOpen(true)
  }, [])
  const commentOnBlock = useCallback((id: string) => {
    setBlockId(id)
    setOpen(true)
  }, [])

  useEffect(() => {
    const thread = threads.find(({ id }) => id === askedFor)
    if (!thread || !openChapter) return
    // oxlint-disable-next-line react/set-state-in-effect -- follows an address once text and threads are both here
    openThread(thread.id)
    showPlace(thread, openChapter)
  }, [askedFor, threads, openChapter, openThread])

  const goTo = useCallback(
    ({ thread, chapterId: place }: PlacedThread) => {
      setCurrentId(thread.id)
      if (place !== null && place !== chapterId) goToChapter(place, thread.id)
      else if (openChapter) showPlace(thread, openChapter)
    },
    [chapterId, openChapter, goToChapter],
  )

  const anchors = useMemo(
    () => listAnchors(threads, { chapterId, currentId }),
    [threads, chapterId, currentId],
  )
  return {
    isOpen,
    setOpen,
    selection,
    setSelection,
    blockId,
    setBlockId,
    currentId,
    openThread,
    commentOnBlock,
    goTo,
    anchors,
  }
}

function showPlace({ target }: Thread, chapter: OpenChapter): void {
  if (target.type === 'text') chapter.goToAnchor(target.anchor)
  else
    document
      .querySelector(`[data-block-id="${CSS.escape(target.blockId)}"]`)
      ?.scrollIntoView({ block: 'center' })
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
