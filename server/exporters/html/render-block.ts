import type { BlockView, CellView, TableView } from '../view'
import { escapeHtml } from './escape-html'

/** A block: its heading, its statement and its tables. */
export function renderBlock(block: BlockView): string {
  const tag = `h${block.depth + 1}`
  const title = `<span class="label">${escapeHtml(block.label)}</span> ${escapeHtml(block.title)}`
  const statement = block.statement.map((line) => `<p class="statement">${escapeHtml(line)}</p>`)
  const tables = [block.details, block.metrics].filter((table) => table !== null)
  return [
    `<section class="block ${block.look}" aria-labelledby="${block.anchor}">`,
    `<${tag} id="${block.anchor}">${title}</${tag}>`,
    ...statement,
    ...tables.map((table, index) => renderTable(table, `${block.anchor}-table-${index + 1}`)),
    '</section>',
  ].join('\n')
}

/** Wide tables scroll inside their own frame, which the keyboard can reach. */
function renderTable(table: TableView, id: string): string {
  const heads = table.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`)
  const rows = table.rows.map((row) => `<tr>${row.map(renderCell).join('')}</tr>`)
  const widths = table.widths.map((width) => `<col class="w${width}">`)
  return [
    `<div class="frame" role="group" tabindex="0" aria-labelledby="${id}">`,
    `<table class="columns-${table.columns.length}"><caption id="${id}">${escapeHtml(table.caption)}</caption>`,
    `<colgroup>${widths.join('')}</colgroup>`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table></div>`,
  ].join('\n')
}

function renderCell(cell: CellView, column: number): string {
  const lines = cell.lines.map(escapeHtml).join('<br>')
  if (column === 0) return `<th scope="row">${lines}</th>`
  return cell.missing ? `<td class="missing">${lines}</td>` : `<td>${lines}</td>`
}
