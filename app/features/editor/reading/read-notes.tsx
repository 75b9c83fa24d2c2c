import type { ReactNode } from 'react'
import type { InlineAtom } from '../../../domain/strategy/strategy'
import type { ReadingFacts } from './read-words'

interface ReadNotesProps {
  /** What the chapter calls, in reading order. */
  readonly atoms: readonly InlineAtom[]
  readonly facts: ReadingFacts
}

/** Under a chapter: what its footnotes say and which sources it cites, each with a way back. */
export function ReadNotes({ atoms, facts }: ReadNotesProps) {
  const noteIds = distinct(atoms.flatMap((atom) => (atom.kind === 'footnote' ? [atom.id] : [])))
  const sourceIds = distinct(
    atoms.flatMap((atom) => (atom.kind === 'citation' ? [atom.sourceId] : [])),
  )
  const notes = noteIds.flatMap((id) => facts.notes.get(id) ?? [])
  const sources = sourceIds.flatMap((id) => facts.sources.get(id) ?? [])
  return (
    <>
      <Notes title="Footnotes" prefix={`${facts.prefix}note-`} items={notes}>
        {(note) => note.text}
      </Notes>
      <Notes title="Sources" prefix={`${facts.prefix}source-`} items={sources}>
        {(source) =>
          source.href === null ? source.title : <a href={source.href}>{source.title}</a>
        }
      </Notes>
    </>
  )
}

interface NotesProps<Item> {
  readonly title: string
  readonly prefix: string
  readonly items: readonly Item[]
  readonly children: (item: Item) => ReactNode
}

function Notes<Item extends { readonly number: number }>({
  title,
  prefix,
  items,
  children,
}: NotesProps<Item>) {
  if (items.length === 0) return null
  return (
    <div className="prose-notes">
      <p className="prose-notes-title">{title}</p>
      <ol aria-label={title}>
        {items.map((item) => (
          <li key={item.number} id={`${prefix}${item.number}`} value={item.number}>
            {children(item)}{' '}
            <a
              className="prose-notes-back"
              href={`#${prefix}${item.number}-at`}
              aria-label={`Back to where ${item.number} stands`}
            >
              ↩
            </a>
          </li>
        ))}
      </ol>
    </div>
  )
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
