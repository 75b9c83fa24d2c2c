import { findMissingSections } from '../../domain/sections/missing-sections'
import type { SectionKind } from '../../domain/sections/section-kinds'
import type { ChapterEntry } from './use-chapters'

interface MissingSectionsProps {
  readonly chapters: readonly ChapterEntry[]
  readonly onAdd: (section: SectionKind) => void
}

/** What a strategy needs and no chapter stands for, so that a section with a duty never goes unnoticed. */
export function MissingSections({ chapters, onAdd }: MissingSectionsProps) {
  const missing = findMissingSections(chapters.map(({ section = null }) => section))
  if (missing.length === 0) return null
  return (
    <details className="outline-missing">
      <summary>
        {missing.length === 1 ? '1 section is missing' : `${missing.length} sections are missing`}
      </summary>
      <p className="outline-missing-help">
        Add a chapter for each, or open a chapter’s menu and say what it is for.
      </p>
      <ul>
        {missing.map((section) => (
          <li key={section.kind}>
            <span>
              {section.title}
              {section.duties.length > 0 ? (
                <span className="outline-source">
                  {' '}
                  asked for by law: {section.duties.map(({ id }) => id).join(', ')}
                </span>
              ) : null}
            </span>
            <button
              type="button"
              className="button button-quiet button-small"
              aria-label={`Add chapter: ${section.title}`}
              onClick={() => onAdd(section)}
            >
              Add
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
