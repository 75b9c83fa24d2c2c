import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { CLICK_COMMAND, COMMAND_PRIORITY_LOW, mergeRegister } from 'lexical'
import { useEffect, useRef } from 'react'
import { createAnchorResolver } from '../../../document/anchor'
import type { TextAnchor } from '../../../domain/discussion/thread'
import { NearbyHighlight } from '../../../ui/nearby-highlight'
import type { ChapterConnection } from '../binding/connect-chapter'
import { useLatest } from '../use-latest'
import type { WrittenText } from '../written-text'
import type { ShownAnchor } from '../open-chapter'
import { findRange, readSelectedAnchor } from './chapter-ranges'

const COMMENT = 'northing-comment'
const CURRENT = 'northing-comment-current'
const SUGGESTION = 'northing-suggestion'
const DELETION = 'northing-deletion'

/** One mark may have two looks: a suggestion that is being looked at keeps its line. */
const LOOKS: Readonly<Record<string, (shown: ShownAnchor) => boolean>> = {
  [COMMENT]: ({ isCurrent, look }) => !look && !isCurrent,
  [CURRENT]: ({ isCurrent }) => isCurrent,
  [SUGGESTION]: ({ look }) => look === 'suggestion',
  [DELETION]: ({ look }) => look === 'deletion',
}
const SETTLE_MS = 150

export interface AnchorOptions {
  readonly live: WrittenText
  readonly chapterId: string
  readonly connection: ChapterConnection | null
  readonly anchors: readonly ShownAnchor[]
  readonly onSelect: (anchor: TextAnchor | null) => void
  readonly onOpenAnchor: (id: string) => void
}

/** Marks commented text, tells what is selected, and which mark was clicked. */
export function useAnchors(options: AnchorOptions): void {
  const { live, chapterId, connection, anchors } = options
  const [editor] = useLexicalComposerContext()
  const latest = useLatest(options)
  const redraw = useRef<(anchors: readonly ShownAnchor[]) => void>(() => undefined)

  useEffect(() => {
    if (!connection || !('highlights' in CSS)) return undefined
    const shown = new Map<string, Range>()
    const highlights = Object.entries(LOOKS).map(([name, hasLook]) => ({
      highlight: new NearbyHighlight(name),
      hasLook,
    }))
    const draw = (anchors: readonly ShownAnchor[]) => {
      const root = editor.getRootElement()
      if (!root) return
      shown.clear()
      const resolve = createAnchorResolver(connection.binding.doc)
      for (const { id, anchor } of anchors) {
        const range = findRange(editor, connection.binding, { resolve, chapterId, anchor })
        if (range) shown.set(id, range)
      }
      for (const { highlight, hasLook } of highlights)
        highlight.show(
          root,
          anchors.flatMap((anchor) => (hasLook(anchor) && shown.get(anchor.id)) || []),
        )
    }
    const later = createDelay(() => draw(latest.current.anchors))
    redraw.current = draw
    draw(latest.current.anchors)
    const stop = mergeRegister(
      editor.registerUpdateListener(({ dirtyElements }) => dirtyElements.size > 0 && later.start()),
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const id = findClicked(shown, event)
          if (id !== null) latest.current.onOpenAnchor(id)
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
    )
    return () => {
      stop()
      later.cancel()
      for (const { highlight } of highlights) highlight.stop()
      redraw.current = () => undefined
    }
  }, [editor, connection, chapterId, latest])

  useEffect(() => redraw.current(anchors), [anchors])

  useEffect(() => {
    if (!connection) return undefined
    const tell = (anchor: TextAnchor | null) => latest.current.onSelect(anchor)
    const later = createDelay(() => tell(readSelectedAnchor(live, chapterId)))
    const stop = editor.registerUpdateListener(() => later.start())
    return () => {
      stop()
      later.cancel()
      tell(null)
    }
  }, [editor, connection, live, chapterId, latest])
}

/** The shortest mark under the pointer; none when text was selected. */
function findClicked(
  shown: ReadonlyMap<string, Range>,
  { clientX, clientY }: MouseEvent,
): string | null {
  if (!getSelection()?.isCollapsed) return null
  const caret = document.caretRangeFromPoint?.(clientX, clientY)
  if (!caret) return null
  const hits = [...shown].filter(([, range]) =>
    range.isPointInRange(caret.startContainer, caret.startOffset),
  )
  const [hit] = hits.sort(([, a], [, b]) => a.toString().length - b.toString().length)
  return hit?.[0] ?? null
}

/** Acts once things have been quiet for a moment: nothing per keystroke may grow with the document. */
function createDelay(act: () => void): { start: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    start: () => {
      clearTimeout(timer)
      timer = setTimeout(act, SETTLE_MS)
    },
    cancel: () => clearTimeout(timer),
  }
}
