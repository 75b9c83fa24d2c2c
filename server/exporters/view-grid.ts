import type { TableCell, TableNode } from '../../app/domain/strategy/strategy'
import type { CellPartView, GridCellView, GridRowView, GridView } from './view-parts'

/** Wider than any page; a table of more columns is cut there rather than refused. */
const MOST_COLUMNS = 60

type ViewCell = (cell: TableCell) => readonly CellPartView[]

/** Rows of unequal length are filled up, and no cell covers more than there is: every format can show the result. */
export function viewGrid(table: TableNode, viewCell: ViewCell): GridView | null {
  const height = table.rows.length
  const taken = Array.from({ length: height }, () => new Set<number>())
  const rows = table.rows.map((row, index) => {
    const cells: GridCellView[] = []
    for (const cell of row.cells) {
      const placed = place(cell, index, taken)
      if (placed) cells.push({ header: cell.header, ...placed, parts: viewCell(cell) })
    }
    return cells
  })
  const columns = Math.max(0, ...taken.map((columns) => Math.max(-1, ...columns) + 1))
  if (columns === 0) return null
  const filled = rows.map((cells, index) => fillUp(cells, columns - (taken[index]?.size ?? 0)))
  return { type: 'grid', columns, headRows: countHeadRows(filled), rows: filled }
}

type Span = Pick<GridCellView, 'colSpan' | 'rowSpan'>

/** Takes the first place that is free in its row, and what it covers below. */
function place(cell: TableCell, row: number, taken: readonly Set<number>[]): Span | null {
  const here = taken[row]
  let column = 0
  while (here?.has(column)) column += 1
  if (!here || column >= MOST_COLUMNS) return null
  const colSpan = fitWidth(cell.colSpan ?? 1, column, here)
  const rowSpan = Math.min(cell.rowSpan ?? 1, taken.length - row)
  cover(taken.slice(row, row + rowSpan), column, colSpan)
  return { colSpan, rowSpan }
}

function fitWidth(wanted: number, column: number, taken: ReadonlySet<number>): number {
  let width = 1
  while (width < wanted && column + width < MOST_COLUMNS && !taken.has(column + width)) width += 1
  return width
}

function fillUp(cells: readonly GridCellView[], missing: number): GridRowView {
  const empty = { header: false, colSpan: 1, rowSpan: 1, parts: [] }
  return { cells: [...cells, ...Array.from({ length: missing }, () => empty)] }
}

/** Header rows at the top, as long as no cell reaches out of them into the others. */
function countHeadRows(rows: readonly GridRowView[]): number {
  const [first] = rows
  if (!first || !isHead(first)) return 0
  const height = Math.max(...first.cells.map((cell) => cell.rowSpan))
  const head = rows.slice(0, height)
  const staysInside = head.every(
    (row, index) => isHead(row) && row.cells.every((cell) => index + cell.rowSpan <= height),
  )
  return staysInside && height < rows.length ? height : 0
}

function isHead({ cells }: GridRowView): boolean {
  return cells.length > 0 && cells.every((cell) => cell.header)
}

/** One entry for every column of every row: the cell that begins there, or null under one that reaches over it. */
export function spreadGrid({ rows, columns }: GridView): (GridCellView | null)[][] {
  const taken = rows.map(() => new Set<number>())
  return rows.map((row, index) => {
    const line = Array.from({ length: columns }, (): GridCellView | null => null)
    for (const cell of row.cells) {
      let column = 0
      while (taken[index]?.has(column)) column += 1
      cover(taken.slice(index, index + cell.rowSpan), column, cell.colSpan)
      line[column] = cell
    }
    return line
  })
}

function cover(rows: readonly Set<number>[], column: number, width: number): void {
  for (const row of rows) for (let offset = 0; offset < width; offset += 1) row.add(column + offset)
}
