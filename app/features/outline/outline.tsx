import { useState } from 'react'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { ChapterList, type ChapterListProps } from './chapter-list'
import { MissingSections } from './missing-sections'
import { StartWithSections } from './start-with-sections'
import { type ChapterEdits, useChapterEdits } from './use-chapter-edits'
import type { ChapterEntry } from './use-chapters'
import './outline.css'

interface OutlineProps extends Omit<
  ChapterListProps,
  'edits' | 'onFollow' | 'renamedId' | 'onRename'
> {
  readonly onGoTo: (chapterId: string) => void
}

/** Chapters, and what stands in the open one: where things are, how far they are, and what is new. */
export function Outline({ onGoTo, ...list }: OutlineProps) {
  const { chapters, currentId, doc, mayWrite } = list
  const [isOpen, setOpen] = useState(false)
  const [renamedId, setRenamedId] = useState<string | null>(null)
  const edits = useChapterEdits({ doc: mayWrite ? doc : null, chapters, currentId, onGoTo })
  return (
    <nav className={isOpen ? 'outline outline-open' : 'outline'} aria-label="Chapters">
      <button
        type="button"
        className="outline-toggle"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Chapters
        <Icon name="chevron" size={16} />
      </button>
      <div className="outline-body">
        <ChapterList
          {...list}
          edits={edits}
          renamedId={renamedId}
          onRename={setRenamedId}
          onFollow={() => setOpen(false)}
        />
        {edits ? (
          <Additions edits={edits} chapters={chapters} onAdd={() => setRenamedId(edits.add())} />
        ) : null}
      </div>
    </nav>
  )
}

interface AdditionsProps {
  readonly edits: ChapterEdits
  readonly chapters: readonly ChapterEntry[]
  readonly onAdd: () => void
}

function Additions({ edits, chapters, onAdd }: AdditionsProps) {
  return (
    <>
      <output className="outline-refusal">{edits.refusal}</output>
      {chapters.length === 0 ? <StartWithSections onStart={edits.addAll} /> : null}
      <Button type="button" small onClick={onAdd}>
        Add chapter
      </Button>
      {chapters.length > 0 ? (
        <MissingSections chapters={chapters} onAdd={edits.addSection} />
      ) : null}
    </>
  )
}
