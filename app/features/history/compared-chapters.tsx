import { Link } from '@remix-run/react'
import type {
  ShownChapter,
  ShownComparison,
} from '../../../server/services/history/show-comparison'
import { Tag } from '../../ui/tag'
import { Fields, type RestoreLink } from './compared-block'
import { ComparedLine, type LineContext } from './compared-line'
import { Deleted, Inserted } from '../../ui/changed-words'
import { Segments } from './segments'
import './compare.css'

interface ComparedChaptersProps {
  readonly comparison: ShownComparison
  readonly isSideBySide: boolean
  /** Empty: all of them. */
  readonly chapterId?: string
  readonly restoreLink?: RestoreLink
  readonly headingLevel?: 2 | 3
}

/** Every chapter with a change, in reading order. */
export function ComparedChapters(props: ComparedChaptersProps) {
  const { comparison, isSideBySide, restoreLink, chapterId = '', headingLevel = 2 } = props
  const { blocks, blockNames, chapterTitles } = comparison
  const titleOf = (id: string) => chapterTitles[id] || 'a chapter without a title'
  const chapters = listChanged(comparison).filter(({ id }) => chapterId === '' || id === chapterId)
  if (chapters.length === 0) return <p>Nothing changed in this chapter.</p>
  return chapters.map((chapter) => (
    <ComparedChapter
      key={chapter.id}
      chapter={chapter}
      headingLevel={headingLevel}
      context={{ chapterId: chapter.id, titleOf, blocks, blockNames, isSideBySide, restoreLink }}
    />
  ))
}

export function listChanged({ chapters }: ShownComparison): ShownChapter[] {
  return chapters.filter(({ state, isMoved }) => state !== 'same' || isMoved)
}

const STATES = { added: 'Added', removed: 'Removed', changed: 'Changed', same: 'Moved' } as const

interface ComparedChapterProps {
  readonly chapter: ShownChapter
  readonly context: LineContext
  readonly headingLevel: 2 | 3
}

function ComparedChapter({ chapter, context, headingLevel }: ComparedChapterProps) {
  const Heading = `h${headingLevel}` as const
  const { id, state, lines, fields, isMoved, hasMore } = chapter
  const { restoreLink } = context
  return (
    <section className="compare-chapter" aria-labelledby={`chapter-${id}`}>
      <Heading id={`chapter-${id}`} tabIndex={-1}>
        <Title chapter={chapter} />
      </Heading>
      <p className="compare-chapter-facts">
        <Tag tone="brand">{STATES[state]}</Tag> {countChanges(chapter)}
        {isMoved && state !== 'same' ? ' The chapter was moved.' : ''}
        {hasMore ? ' Its layout changed in a way that is not shown here.' : ''}
      </p>
      <Fields fields={state === 'changed' ? fields : []} />
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other identity and no state
        <ComparedLine key={index} line={line} context={context} />
      ))}
      {restoreLink && state !== 'added' && state !== 'same' ? (
        <p className="compare-actions">
          <Link to={restoreLink({ chapter: id })}>
            Restore this chapter<span className="visually-hidden">: {chapter.title}</span>
          </Link>
        </p>
      ) : null}
    </section>
  )
}

function Title({ chapter: { title, titleSegments, state } }: { readonly chapter: ShownChapter }) {
  const words = title || 'Chapter without a title'
  if (titleSegments) return <Segments segments={titleSegments} />
  if (state === 'added') return <Inserted>{words}</Inserted>
  return state === 'removed' ? <Deleted>{words}</Deleted> : words
}

/** '3 paragraphs and 1 block.' */
export function countChanges({ paragraphs, blockIds }: ShownChapter): string {
  const parts = [
    paragraphs > 0 ? `${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}` : '',
    blockIds.length > 0 ? `${blockIds.length} ${blockIds.length === 1 ? 'block' : 'blocks'}` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? `${parts.join(' and ')} changed.` : ''
}
