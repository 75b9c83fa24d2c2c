import type { PartView } from '../view'
import type {
  CalloutView,
  CellPartView,
  FigureView,
  GridCellView,
  GridRowView,
  GridView,
  SourceView,
} from '../view-parts'
import { listFootnotes } from '../view-marks'
import { escapeHtml } from './escape-html'
import { renderList, renderRuns } from './render-runs'

export function renderCellPart(part: CellPartView): string {
  switch (part.type) {
    case 'paragraph':
      return `<p>${renderRuns(part.runs)}</p>`
    case 'list':
      return renderList(part)
    case 'callout':
      return renderCallout(part)
    case 'rule':
      return '<hr>'
    case 'figure':
      return renderFigure(part)
  }
}

function renderCallout({ tone, label, runs }: CalloutView): string {
  return `<div class="callout ${tone}" role="note"><p><strong class="label">${label}</strong> ${renderRuns(runs)}</p></div>`
}

/** The picture is in the file itself, so that the page still fetches nothing. */
function renderFigure({ file, alt, caption }: FigureView): string {
  const picture = file
    ? `<img src="data:${file.mediaType};base64,${Buffer.from(file.bytes).toString('base64')}" alt="${escapeHtml(alt)}" width="${file.width}" height="${file.height}">`
    : `<p class="missing">[Picture: ${escapeHtml(alt)}]</p>`
  const words = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`
  return `<figure>${picture}${words}</figure>`
}

/** Wider than the page it scrolls in its frame, by keyboard as well. */
export function renderGrid(grid: GridView): string {
  const head = grid.rows.slice(0, grid.headRows)
  const body = grid.rows.slice(grid.headRows)
  const heading = head.length > 0 ? `<thead>${renderRows(head, 'col')}</thead>` : ''
  return `<div class="frame" tabindex="0" role="group" aria-label="Table"><table class="grid">${heading}<tbody>${renderRows(body, 'row')}</tbody></table></div>`
}

function renderRows(rows: readonly GridRowView[], scope: 'col' | 'row'): string {
  return rows
    .map((row) => `<tr>${row.cells.map((cell) => renderCell(cell, scope)).join('')}</tr>`)
    .join('')
}

function renderCell({ header, colSpan, rowSpan, parts }: GridCellView, scope: string): string {
  const tag = header ? 'th' : 'td'
  const attributes = [
    header ? ` scope="${scope}"` : '',
    colSpan > 1 ? ` colspan="${colSpan}"` : '',
    rowSpan > 1 ? ` rowspan="${rowSpan}"` : '',
  ]
  return `<${tag}${attributes.join('')}>${parts.map(renderCellPart).join('')}</${tag}>`
}

/** Under a chapter, what its footnotes say, each with a way back. */
export function renderNotes(parts: readonly PartView[]): string[] {
  const notes = listFootnotes(parts)
  if (notes.length === 0) return []
  const items = notes.map(
    ({ number, text }) =>
      `<li id="note-${number}" value="${number}">${escapeHtml(text)} <a href="#note-${number}-at" aria-label="Back to where ${number} stands">↩</a></li>`,
  )
  return [`<div class="notes" role="group" aria-label="Footnotes"><ol>${items.join('')}</ol></div>`]
}

export function renderSources(sources: readonly SourceView[]): string[] {
  if (sources.length === 0) return []
  const items = sources.map(({ anchor, number, text, href }) => {
    const link =
      href === null ? '' : ` <a href="${escapeHtml(href)}" rel="noreferrer">${escapeHtml(href)}</a>`
    return `<li id="${anchor}" value="${number}">${escapeHtml(text)}${link}</li>`
  })
  return [
    `<section class="sources" aria-labelledby="sources"><h2 id="sources">Sources</h2><ol>${items.join('')}</ol></section>`,
  ]
}
