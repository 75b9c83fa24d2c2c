import type { ListView, PartView, RunView, StrategyView } from './view'
import type { CellPartView, FigureView, MarkView } from './view-parts'

type FootnoteMark = Extract<MarkView, { kind: 'footnote' }>

/** The footnotes of some parts, each once, in reading order. */
export function listFootnotes(parts: readonly PartView[]): FootnoteMark[] {
  const marks = parts.flatMap(listRuns).flatMap(({ mark }) => mark ?? [])
  const notes = marks.filter((mark) => mark.kind === 'footnote')
  return [...new Map(notes.map((note) => [note.number, note])).values()]
}

/** The pictures of some parts, those in tables as well. */
export function listFigures(parts: readonly PartView[]): FigureView[] {
  return parts.flatMap((part) => {
    if (part.type === 'figure') return [part]
    return part.type === 'grid' ? listFigures(cellParts(part)) : []
  })
}

const ADDED: ReadonlySet<string> = new Set(['callout', 'grid', 'rule', 'figure'])

/** Whether a strategy has anything that those of before had not: their files must stay the same bytes. */
export function hasAddedParts({ chapters, sources }: StrategyView): boolean {
  const parts = chapters.flatMap((chapter) => chapter.parts)
  return (
    sources.length > 0 ||
    parts.some((part) => ADDED.has(part.type) || isCheckList(part)) ||
    parts.flatMap(listRuns).some((run) => run.mark !== undefined)
  )
}

function isCheckList(part: PartView): boolean {
  return part.type === 'list' && hasCheck(part)
}

function hasCheck(list: ListView): boolean {
  return list.isCheck === true || list.items.some((item) => item.children.some(hasCheck))
}

function listRuns(part: PartView): readonly RunView[] {
  if ('runs' in part) return part.runs
  if (part.type === 'list') return listItemRuns(part)
  return part.type === 'grid' ? cellParts(part).flatMap(listRuns) : []
}

function listItemRuns(list: ListView): readonly RunView[] {
  return list.items.flatMap((item) => [...item.runs, ...item.children.flatMap(listItemRuns)])
}

function cellParts(grid: Extract<PartView, { type: 'grid' }>): CellPartView[] {
  return grid.rows.flatMap((row) => row.cells.flatMap((cell) => cell.parts))
}
