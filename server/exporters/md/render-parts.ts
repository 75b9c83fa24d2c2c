import type { CellPartView, FigureView, GridView, MarkView, SourceView } from '../view-parts'
import { spreadGrid } from '../view-grid'
import { escapeMarkdown, writeAddress } from './escape-markdown'
import { renderList, renderRuns } from './render-runs'

export function renderCommon(part: CellPartView): string {
  switch (part.type) {
    case 'paragraph':
      return renderRuns(part.runs)
    case 'list':
      return renderList(part, '')
    case 'callout':
      return `> **${part.label}:** ${renderRuns(part.runs).replaceAll('\n', '\n> ')}`
    case 'rule':
      return '---'
    case 'figure':
      return renderFigure(part)
  }
}

/** One text file holds no picture: its words stand for it. */
function renderFigure({ alt, caption }: FigureView): string {
  const picture = `**Picture:** ${escapeMarkdown(alt)}`
  return caption === '' ? picture : `${picture}\\\n${escapeMarkdown(caption)}`
}

/** A pipe table: every cell is one line, and one that covers several stands in the first of them. */
export function renderGrid(grid: GridView): string {
  const rows = spreadGrid(grid).map((cells) =>
    cells.map((cell) => (cell === null ? '' : renderCell(cell.parts))),
  )
  const empty = Array.from({ length: grid.columns }, () => '')
  const [head = empty, ...body] = grid.headRows > 0 ? rows : [empty, ...rows]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(empty.map(() => '---')), ...body.map(line)].join('\n')
}

function renderCell(parts: readonly CellPartView[]): string {
  return parts
    .map(renderInCell)
    .join('; ')
    .replaceAll(/(?<!\\)\|/g, '%7C')
}

/** Lists, call-outs and rules have no place in a line; their words have. */
function renderInCell(part: CellPartView): string {
  switch (part.type) {
    case 'list':
      return listLines(renderList(part, '')).join('; ')
    case 'rule':
      return ''
    case 'callout':
      return `**${part.label}:** ${oneLine(renderRuns(part.runs))}`
    default:
      return oneLine(renderCommon(part))
  }
}

function listLines(list: string): string[] {
  return list.split('\n').map((line) =>
    line
      .trim()
      .replace(/^(?:- |\d+\. )/, '')
      .replace(/\\$/, ''),
  )
}

function oneLine(text: string): string {
  return text.replaceAll('\\\n', ' ').replaceAll('\n', ' ')
}

export function renderNote(note: Extract<MarkView, { kind: 'footnote' }>): string {
  return `[^${note.number}]: ${escapeMarkdown(note.text)}`
}

export function renderSources(sources: readonly SourceView[]): string[] {
  if (sources.length === 0) return []
  const items = sources.map(({ number, text, href }) => {
    const link = href === null ? '' : ` ${writeAddress(href)}`
    return `${number}. ${escapeMarkdown(text)}${link}`
  })
  return ['## Sources', items.join('\n')]
}
