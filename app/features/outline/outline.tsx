import { Link } from '@remix-run/react'
import { useState } from 'react'
import type * as Y from 'yjs'
import { createId } from '../../document/create-id'
import { addChapter, moveChapter, removeChapter, renameChapter } from '../../document/edit-chapters'
import { FORM_ORIGIN } from '../../document/origins'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { announce } from '../../ui/live-region'
import { type MenuChoice, MenuButton } from '../../ui/menu-button'
import { RenameForm } from './rename-form'
import type { ChapterEntry } from './use-chapters'
import './outline.css'

interface OutlineProps {
  readonly chapters: readonly ChapterEntry[]
  readonly currentId: string | null
  readonly hrefOf: (chapterId: string) => string
  /** Null while the text may not be changed. */
  readonly doc: Y.Doc | null
  readonly onGoTo: (chapterId: string) => void
}

/** The chapters, numbered; for editors also adding, renaming, moving and removing them. */
export function Outline({ chapters, currentId, hrefOf, doc, onGoTo }: OutlineProps) {
  const [isOpen, setOpen] = useState(false)
  const [renamedId, setRenamedId] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  function add() {
    if (!doc) return
    const id = createId()
    const afterId = currentId ?? chapters.at(-1)?.id ?? null
    addChapter(doc, { id, title: 'New chapter', afterId }, FORM_ORIGIN)
    setRenamedId(id)
    onGoTo(id)
  }

  function move(index: number, by: -1 | 1) {
    const chapter = chapters[index]
    if (!doc || !chapter) return
    const afterId = (by === -1 ? chapters[index - 2] : chapters[index + 1])?.id ?? null
    moveChapter(doc, { id: chapter.id, afterId }, FORM_ORIGIN)
    announce(`${chapter.title} is now chapter ${index + 1 + by}.`)
  }

  function remove(index: number) {
    const chapter = chapters[index]
    if (!doc || !chapter) return
    const outcome = removeChapter(doc, chapter.id, FORM_ORIGIN)
    setRefusal(outcome.ok ? null : outcome.refusal.message)
    const next = chapters[index + 1] ?? chapters[index - 1]
    if (outcome.ok && chapter.id === currentId && next) onGoTo(next.id)
  }

  function choicesFor(index: number): MenuChoice[] {
    return [
      { id: 'rename', label: 'Rename', onAction: () => setRenamedId(chapters[index]?.id ?? null) },
      { id: 'up', label: 'Move up', disabled: index === 0, onAction: () => move(index, -1) },
      {
        id: 'down',
        label: 'Move down',
        disabled: index === chapters.length - 1,
        onAction: () => move(index, 1),
      },
      {
        id: 'remove',
        label: 'Remove',
        detail: 'Only an empty chapter',
        onAction: () => remove(index),
      },
    ]
  }

  function rename(id: string, title: string | null) {
    if (doc && title) renameChapter(doc, { id, title }, FORM_ORIGIN)
    setRenamedId(null)
  }

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
        <ol className="outline-list">
          {chapters.map((chapter, index) => (
            <li
              key={chapter.id}
              className={chapter.id === currentId ? 'outline-item outline-current' : 'outline-item'}
            >
              <span className="outline-number">{index + 1}</span>
              {chapter.id === renamedId ? (
                <RenameForm title={chapter.title} onDone={(title) => rename(chapter.id, title)} />
              ) : (
                <>
                  <Link
                    to={hrefOf(chapter.id)}
                    className="outline-link"
                    aria-current={chapter.id === currentId ? 'page' : undefined}
                    onClick={() => setOpen(false)}
                  >
                    {chapter.title || 'Not named yet'}
                  </Link>
                  {doc ? (
                    <MenuButton
                      label={<Icon name="more" size={16} />}
                      accessibleName={`Change chapter ${index + 1}`}
                      choices={choicesFor(index)}
                      small
                      plain
                    />
                  ) : null}
                </>
              )}
            </li>
          ))}
        </ol>
        <output className="outline-refusal">{refusal}</output>
        {doc ? (
          <Button type="button" small onClick={add}>
            Add chapter
          </Button>
        ) : null}
      </div>
    </nav>
  )
}
