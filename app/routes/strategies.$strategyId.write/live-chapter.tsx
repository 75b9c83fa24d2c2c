import { useSearchParams } from '@remix-run/react'
import { useCallback, useMemo, useState } from 'react'
import type { Registers } from '../../domain/links/registers'
import type { TextAnchor } from '../../domain/discussion/thread'
import { BlockCard } from '../../features/blocks/block-card'
import { BlocksProvider } from '../../features/blocks/blocks-context'
import { PlaceLensBar, readLens } from '../../features/blocks/place-lens'
import { AtomsProvider } from '../../features/editor/atoms/atoms-provider'
import type { BindingTrouble } from '../../features/editor/binding/connect-chapter'
import { ChapterEditor, createBlockId } from '../../features/editor/chapter-editor'
import type { LiveDocument } from '../../features/editor/live/live-document'
import type { ChapterActions, OpenChapter, ShownAnchor } from '../../features/editor/open-chapter'
import { announce } from '../../ui/live-region'
import { WritingProvider } from './writing-provider'

export interface LiveChapterProps {
  readonly live: LiveDocument
  readonly chapterId: string
  readonly title: string
  readonly personName: string
  readonly mayWrite: boolean
  readonly mayComment: boolean
  readonly registers: Registers
  readonly anchors: readonly ShownAnchor[]
  readonly onSelect: (anchor: TextAnchor | null) => void
  readonly onOpenThread: (threadId: string) => void
  readonly onCommentOnBlock: (blockId: string) => void
  /** Only those who may not write suggest. */
  readonly maySuggest: boolean
  readonly onSuggestForBlock: (blockId: string) => void
  readonly onTrouble: (trouble: BindingTrouble) => void
  readonly onOpen: (chapter: OpenChapter | null) => void
}

/** The chapter in the editor, with its blocks as cards. */
export function LiveChapter(props: LiveChapterProps) {
  const { live, chapterId, title, personName, mayWrite, mayComment, maySuggest, registers } = props
  const { onSelect, onOpenThread, onCommentOnBlock, onSuggestForBlock, onTrouble, onOpen } = props
  const [actions, setActions] = useState<ChapterActions | null>(null)
  const [search] = useSearchParams()
  const lens = useMemo(() => readLens(search, registers), [search, registers])
  const open = useCallback(
    (chapter: OpenChapter | null) => {
      setActions(chapter?.actions ?? null)
      onOpen(chapter)
    },
    [onOpen],
  )
  const renderBlock = useCallback(
    (blockId: string) => (
      <Card
        blockId={blockId}
        actions={actions}
        onComment={mayComment ? () => onCommentOnBlock(blockId) : null}
        onSuggest={maySuggest ? () => onSuggestForBlock(blockId) : null}
      />
    ),
    [actions, mayComment, maySuggest, onCommentOnBlock, onSuggestForBlock],
  )
  return (
    <BlocksProvider
      doc={live.doc}
      registers={registers}
      mayEdit={mayWrite}
      undo={live.undoManager}
      newId={createBlockId}
      lens={lens}
    >
      <PlaceLensBar chapterId={chapterId} />
      <AtomsProvider doc={live.doc} registers={registers}>
        <WritingProvider registers={registers}>
          <ChapterEditor
            key={chapterId}
            live={live}
            chapterId={chapterId}
            chapterTitle={title}
            userName={personName}
            mayWrite={mayWrite}
            renderBlock={renderBlock}
            anchors={props.anchors}
            onSelect={onSelect}
            onOpenAnchor={onOpenThread}
            onTrouble={onTrouble}
            onOpen={open}
          />
        </WritingProvider>
      </AtomsProvider>
    </BlocksProvider>
  )
}

interface CardProps {
  readonly blockId: string
  readonly actions: ChapterActions | null
  readonly onComment: (() => void) | null
  readonly onSuggest: (() => void) | null
}

function Card({ blockId, actions, onComment, onSuggest }: CardProps) {
  const cardActions = useMemo(
    () => ({
      ...(onComment && { onComment }),
      ...(onSuggest && { onSuggest }),
      ...(actions && {
        onMove: (direction: 'up' | 'down') => {
          actions.moveBlock(blockId, direction)
          announce(`Moved ${direction}.`)
          focusMenuOf(blockId)
        },
        onDuplicate: () => actions.duplicateBlock(blockId),
        onRemove: () => {
          actions.removeBlock(blockId)
          announce('Deleted. Undo brings it back.')
        },
      }),
    }),
    [blockId, actions, onComment, onSuggest],
  )
  return <BlockCard blockId={blockId} actions={cardActions} />
}

/** The card was drawn anew where it stands now; whoever moved it goes on from there. */
function focusMenuOf(blockId: string): void {
  requestAnimationFrame(() => {
    const card = document.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`)
    card?.querySelector<HTMLElement>('.block-menu button')?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  })
}
