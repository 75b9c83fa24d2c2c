import { useMemo } from 'react'
import type { Registers } from '../../domain/links/registers'
import { numberBlocks } from '../../domain/strategy/number-blocks'
import { BlockReading } from '../../features/blocks/block-reading'
import { factsOfText } from '../../features/editor/atoms/build-facts'
import { PlaceLensRoom } from '../../features/blocks/place-lens'
import { ChapterReading } from '../../features/editor/chapter-reading'
import type { ReadingContent } from '../../features/editor/use-chapter-text'
import { EmptyState } from '../../ui/empty-state'

interface ReadOnlyChapterProps {
  readonly content: ReadingContent
  readonly chapterId: string | null
  readonly registers: Registers
}

/** A chapter to read: what the server sends before the page comes alive, and where writing is not possible. */
export function ReadOnlyChapter({
  content: { chapter, blocks, atoms },
  chapterId,
  registers,
}: ReadOnlyChapterProps) {
  const byId = useMemo(() => new Map(blocks.map((block) => [block.id, block])), [blocks])
  const numbers = useMemo(() => numberBlocks(blocks), [blocks])
  const nameBlock = (blockId: string) => {
    const block = byId.get(blockId)
    if (!block || block.chapterId === null) return null
    return [numbers.get(blockId)?.label, block.title].filter(Boolean).join(': ')
  }
  if (chapterId === null) {
    return (
      <EmptyState title="No chapters yet">
        <p>The strategy’s text will stand here. Add its first chapter in the list of chapters.</p>
      </EmptyState>
    )
  }
  if (chapter?.id !== chapterId) return <p className="write-reading">Opening the chapter…</p>
  return (
    <div className="write-reading">
      <PlaceLensRoom registers={registers} />
      <ChapterReading
        nodes={chapter.nodes}
        facts={factsOfText([chapter], atoms, registers)}
        renderBlock={(blockId) => {
          const block = byId.get(blockId)
          return block ? (
            <BlockReading
              block={block}
              label={numbers.get(blockId)?.label ?? ''}
              registers={registers}
              nameBlock={nameBlock}
              showMissing
            />
          ) : null
        }}
      />
    </div>
  )
}
