import type { ProseNode, TableCell, TableRow } from '../../../domain/strategy/strategy'
import { asParagraph } from './prose-parts'
import type { FlowPlace, FlowReader } from './flow-reader'

const MAX_ROWS = 500
const MAX_SPAN = 50

/** A table with its header cells and spans; a table of one cell is only a frame around its words. */
export function readHtmlTable(reader: FlowReader, table: Element, place: FlowPlace): ProseNode[] {
  const caption = [...table.children].find((child) => child.localName === 'caption')
  const rows = findRows(table).slice(0, MAX_ROWS)
  const cells = rows.flatMap(findCells)
  const captionNodes = caption ? reader.readFlow(caption, { ...place, wrap: asParagraph }) : []
  if (cells.length === 0) return captionNodes
  const [only] = cells
  if (cells.length === 1 && only) return reader.readFlow(only, { ...place, wrap: asParagraph })
  const read = rows.map((row) => readRow(reader, row, place)).filter((row) => row.cells.length > 0)
  return [...captionNodes, { type: 'table', rows: read }]
}

/** Its own, not those of a table inside. */
function findRows(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    if (child.localName === 'tr') return [child]
    return /^(?:thead|tbody|tfoot)$/u.test(child.localName)
      ? [...child.children].filter((row) => row.localName === 'tr')
      : []
  })
}

function findCells(row: Element): Element[] {
  return [...row.children].filter((cell) => cell.localName === 'td' || cell.localName === 'th')
}

function readRow(reader: FlowReader, row: Element, place: FlowPlace): TableRow {
  const isHead = row.parentElement?.localName === 'thead'
  return {
    cells: findCells(row).map((cell): TableCell => {
      const colSpan = readSpan(cell, 'colspan')
      const rowSpan = readSpan(cell, 'rowspan')
      const nodes = reader.readFlow(cell, { ...place, wrap: asParagraph })
      return {
        header: isHead || cell.localName === 'th',
        ...(colSpan > 1 && { colSpan }),
        ...(rowSpan > 1 && { rowSpan }),
        nodes: nodes.flatMap((node) => flatten(node, reader)),
      }
    }),
  }
}

function readSpan(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), MAX_SPAN) : 1
}

/** A table inside a cell gives its words; a line or a picture has no place there. */
function flatten(node: ProseNode, reader: FlowReader): ProseNode[] {
  if (node.type === 'rule') return []
  if (node.type !== 'table') return [node]
  reader.left.add('nested')
  return node.rows.flatMap((row) => row.cells.flatMap((cell) => cell.nodes))
}
