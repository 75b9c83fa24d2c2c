import { describeLoss } from '../../domain/sections/missing-sections'
import { Button } from '../../ui/button'
import { Question } from '../../ui/question'
import type { ChapterEntry } from './use-chapters'

interface RemoveChapterProps {
  readonly chapter: ChapterEntry
  readonly chapters: readonly ChapterEntry[]
  readonly onDone: (isMeant: boolean) => void
}

/** Asks before a chapter goes, and says which duties it was there for. */
export function RemoveChapter({ chapter, chapters, onDone }: RemoveChapterProps) {
  const others = chapters.filter(({ id }) => id !== chapter.id).map(({ section = null }) => section)
  const loss = describeLoss(chapter.section ?? null, others)
  return (
    <Question
      title={`Remove “${chapter.title || 'this chapter'}”?`}
      isOpen
      onClose={() => onDone(false)}
      footer={
        <>
          <Button type="button" onClick={() => onDone(false)}>
            Cancel
          </Button>
          <Button type="button" variant="danger" onClick={() => onDone(true)}>
            Remove the chapter
          </Button>
        </>
      }
    >
      <p>It goes for everybody. A chapter with text or blocks in it is not removed.</p>
      {loss.length > 0 ? (
        <>
          <p>It is the only chapter for what the law asks here:</p>
          <ul className="outline-duties">
            {loss.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
          <p>The outline goes on listing it as missing.</p>
        </>
      ) : null}
    </Question>
  )
}
