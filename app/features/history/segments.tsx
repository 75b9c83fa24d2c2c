import { Fragment, type ReactNode } from 'react'
import type { Marks, Segment } from '../../domain/diff/comparison'
import { Deleted, Inserted } from '../../ui/changed-words'

/** Which of the two texts is read: before, after, or both in one. */
export type Side = 'before' | 'after' | 'both'

/** Words that stayed, went and came. Added and removed are said as well as shown. */
export function Segments({
  segments,
  side = 'both',
}: {
  readonly segments: readonly Segment[]
  readonly side?: Side
}) {
  const left = side === 'before' ? 'insert' : side === 'after' ? 'delete' : null
  return segments
    .filter(({ type }) => type !== left)
    .map((segment, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- words have no other identity and no state
      <Fragment key={index}>{showSegment(segment, side)}</Fragment>
    ))
}

function showSegment(segment: Segment, side: Side): ReactNode {
  const words = showWords(segment.text, marksOf(segment, side))
  switch (segment.type) {
    case 'equal':
      return words
    case 'insert':
      return <Inserted>{words}</Inserted>
    case 'delete':
      return <Deleted>{words}</Deleted>
    case 'restyle':
      return <span className="compare-restyled">{words}</span>
  }
}

function marksOf(segment: Segment, side: Side): Marks {
  if (segment.type !== 'restyle') return segment.marks
  return side === 'before' ? segment.before : segment.after
}

/** Links are shown, not followed: this is a text to compare. */
export function showWords(text: string, marks: Marks): ReactNode {
  let words: ReactNode = text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))
  if (marks['italic'] === true) words = <em>{words}</em>
  if (marks['bold'] === true) words = <strong>{words}</strong>
  return marks['href'] === undefined ? words : <span className="compare-link">{words}</span>
}
