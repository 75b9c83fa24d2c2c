import { useState } from 'react'
import type * as Y from 'yjs'
import type { OutlineEntry } from '../../document/chapter-outline'
import type { ChangesSince } from '../../document/changed-since'
import { ChapterDialog, type OutlinePerson } from './chapter-dialog'
import { listChapterChoices } from './chapter-choices'
import { OutlineEntries } from './outline-entries'
import { OutlineItem } from './outline-item'
import { RemoveChapter } from './remove-chapter'
import type { ChapterEdits } from './use-chapter-edits'
import { useChapterEntries } from './use-chapter-entries'
import type { ChapterEntry } from './use-chapters'
import { useDragging } from './use-dragging'

export interface ChapterListProps {
  readonly chapters: readonly ChapterEntry[]
  readonly currentId: string | null
  readonly hrefOf: (chapterId: string) => string
  /** The shared text, once it is here. */
  readonly doc: Y.Doc | null
  readonly mayWrite: boolean
  readonly people: readonly OutlinePerson[]
  readonly nameBlock: (blockId: string) => string | null
  readonly changes: ChangesSince
  /** Moves a heading or block of the open chapter; null while that is not possible. */
  readonly onMoveNode: ((nodeId: string, beforeId: string | null) => void) | null
  /** Null while the text may not be changed. */
  readonly edits: ChapterEdits | null
  readonly renamedId: string | null
  readonly onRename: (id: string | null) => void
  readonly onFollow: () => void
}

type Asked = { readonly what: 'about' | 'remove'; readonly id: string } | null

export function ChapterList(props: ChapterListProps) {
  const { chapters, currentId, hrefOf, people, changes, edits, renamedId, onRename } = props
  const [asked, setAsked] = useState<Asked>(null)
  const dragging = useDragging(
    chapters.map(({ id }) => id),
    (id, beforeId) => edits?.moveBefore(id, beforeId),
  )
  return (
    <>
      <ol className="outline-list">
        {chapters.map((chapter, index) => (
          <li key={chapter.id} {...(edits ? dragging.propsFor(chapter.id) : {})}>
            <OutlineItem
              chapter={chapter}
              number={index + 1}
              href={hrefOf(chapter.id)}
              isCurrent={chapter.id === currentId}
              isNew={chapter.id !== currentId && changes.chapters.has(chapter.id)}
              leadName={people.find(({ id }) => id === chapter.leadId)?.name ?? null}
              choices={
                edits && listChapterChoices({ chapters, index, edits, onRename, onAsk: setAsked })
              }
              onFollow={props.onFollow}
              onRenamed={
                edits && chapter.id === renamedId
                  ? (title) => {
                      edits.rename(chapter.id, title)
                      onRename(null)
                    }
                  : null
              }
            >
              {chapter.id === currentId ? <Entries {...props} chapterId={chapter.id} /> : null}
            </OutlineItem>
          </li>
        ))}
      </ol>
      {edits ? (
        <Question
          asked={asked}
          chapters={chapters}
          people={people}
          edits={edits}
          onDone={() => setAsked(null)}
        />
      ) : null}
    </>
  )
}

function Entries(props: ChapterListProps & { readonly chapterId: string }) {
  const { chapterId, doc, hrefOf, changes } = props
  const entries = useChapterEntries(doc, chapterId)
  if (entries.length === 0) return null
  return (
    <OutlineEntries
      entries={entries}
      hrefOf={(entry) => `${hrefOf(chapterId)}#${anchorOf(entry)}`}
      nameBlock={props.nameBlock}
      isNew={(blockId) => changes.blocks.has(blockId)}
      onMove={props.mayWrite ? props.onMoveNode : null}
      onFollow={props.onFollow}
    />
  )
}

interface QuestionProps extends Pick<ChapterListProps, 'chapters' | 'people'> {
  readonly asked: Asked
  readonly edits: ChapterEdits
  readonly onDone: () => void
}

function Question({ asked, chapters, people, edits, onDone }: QuestionProps) {
  const chapter = chapters.find(({ id }) => id === asked?.id)
  if (!asked || !chapter) return null
  if (asked.what === 'about') {
    return (
      <ChapterDialog
        chapter={chapter}
        people={people}
        onDone={(choice) => {
          if (choice) edits.describe(chapter.id, choice)
          onDone()
        }}
      />
    )
  }
  return (
    <RemoveChapter
      chapter={chapter}
      chapters={chapters}
      onDone={(isMeant) => {
        if (isMeant) edits.remove(chapter.id)
        onDone()
      }}
    />
  )
}

function anchorOf(entry: OutlineEntry): string {
  return entry.type === 'heading' ? `heading-${entry.nodeId}` : `block-${entry.blockId}`
}
