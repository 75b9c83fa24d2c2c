import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { ListItemView, ListView, RunView } from '../view'
import type { MarkView } from '../view-parts'

export const ORDERED = 'northing-ordered'
const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
]
const DEEPEST_LIST = 8

/** Gives every ordered list a count of its own. */
export interface ListCounter {
  next: number
}

export function writeRuns(runs: readonly RunView[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    if (run.mark) return [writeMark(run.mark)]
    if (run.href === null) return writeText(run)
    const children = writeText(run, 'Hyperlink')
    if (!run.href.startsWith('#')) return [new ExternalHyperlink({ link: run.href, children })]
    return [new InternalHyperlink({ anchor: bookmarkId(run.href.slice(1)), children })]
  })
}

/** Word numbers footnotes itself and may call each only once; a second call is a number alone. */
function writeMark(mark: MarkView): ParagraphChild {
  if (mark.kind === 'footnote')
    return mark.isFirst
      ? new FootnoteReferenceRun(mark.number)
      : new TextRun({ text: String(mark.number), superScript: true })
  const children = [new TextRun({ text: mark.text, style: 'Hyperlink' })]
  return new InternalHyperlink({ anchor: bookmarkId(mark.anchor), children })
}

function writeText({ text, bold, italic }: RunView, style?: string): TextRun[] {
  // `bold: false` would be written out and undo the boldness of a heading.
  const look = { ...(bold && { bold }), ...(italic && { italics: true }), ...(style && { style }) }
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...look, break: index > 0 ? 1 : 0 }))
}

interface HeadingParts {
  readonly depth: 1 | 2 | 3 | 4
  readonly anchor: string
  readonly runs: readonly ParagraphChild[]
  /** Chapters begin a page. */
  readonly pageBreakBefore?: boolean
}

export function writeHeading({
  depth,
  anchor,
  runs,
  pageBreakBefore = false,
}: HeadingParts): Paragraph {
  return new Paragraph({
    heading: LEVELS[depth - 1],
    pageBreakBefore,
    children: [new Bookmark({ id: bookmarkId(anchor), children: [...runs] })],
  })
}

export function writeList(list: ListView, counter: ListCounter, level = 0): Paragraph[] {
  counter.next += 1
  const instance = counter.next
  const depth = Math.min(level, DEEPEST_LIST)
  return list.items.flatMap((item) => [
    new Paragraph({
      style: 'ListParagraph',
      children: [...writeState(item), ...writeRuns(item.runs)],
      ...(list.ordered
        ? { numbering: { reference: ORDERED, level: depth, instance } }
        : { bullet: { level: depth } }),
    }),
    ...item.children.flatMap((child) => writeList(child, counter, level + 1)),
  ])
}

function writeState({ isDone }: ListItemView): TextRun[] {
  if (isDone === undefined) return []
  return [new TextRun({ text: isDone ? 'Done: ' : 'Not done: ', bold: isDone })]
}

/** Word allows letters, figures and underscores. */
export function bookmarkId(anchor: string): string {
  return anchor.replaceAll('-', '_')
}
