import {
  $computeTableMapSkipCellCheck,
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtNode,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $isTableSelection,
  $mergeCells,
  $setTableRowIsHeader,
  $unmergeCell,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
} from '@lexical/table'
import { $findMatchingParent, $insertNodeToNearestRoot } from '@lexical/utils'
import {
  $addUpdateTag,
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalNode,
} from 'lexical'

export const MAX_ROWS = 100
export const MAX_COLUMNS = 12

export interface TableSize {
  readonly rows: number
  readonly columns: number
  readonly headerRow: boolean
}

/** A new table with its caret in the first cell; inside another table nothing is done. */
export function $insertTable({ rows, columns, headerRow }: TableSize): boolean {
  const selection = $getSelection()
  const at = selection?.getStartEndPoints()?.[0].getNode() ?? null
  if (at && $findTable(at)) return false
  const table = $createTable({ rows, columns, headerRow })
  $insertNodeToNearestRoot(table)
  $dropEmptyBefore(table)
  // A caret can always be put after the table.
  if (!table.getNextSibling()) table.insertAfter($createParagraphNode())
  table.getFirstDescendant()?.selectStart()
  return true
}

/** Lexical's own has an empty run of text in each cell, which would be shared with everybody. */
function $createTable({ rows, columns, headerRow }: TableSize): TableNode {
  const { ROW, NO_STATUS } = TableCellHeaderStates
  const table = $createTableNode()
  for (let row = 0; row < rows; row += 1) {
    const header = headerRow && row === 0 ? ROW : NO_STATUS
    const cells = Array.from({ length: columns }, () =>
      $createTableCellNode(header).append($createParagraphNode()),
    )
    table.append($createTableRowNode().append(...cells))
  }
  return table
}

/** The empty line something was asked for on has become its place. */
export function $dropEmptyBefore(node: LexicalNode): void {
  const before = node.getPreviousSibling()
  if ($isParagraphNode(before) && before.isEmpty() && before.getPreviousSibling()) before.remove()
}

export function $findTable(node: LexicalNode): TableNode | null {
  return $findMatchingParent(node, $isTableNode)
}

export function $findCell(node: LexicalNode | null | undefined): TableCellNode | null {
  return node ? $findMatchingParent(node, $isTableCellNode) : null
}

/** The cell the caret is in, or the one a stretch of cells was begun in. */
export function $readCell(): TableCellNode | null {
  return $findCell($getSelection()?.getStartEndPoints()?.[0].getNode())
}

/** What the table menu offers where the caret is. */
export interface TableLook {
  readonly hasHeaderRow: boolean
  /** Several cells are selected. */
  readonly canMerge: boolean
  /** The caret's cell covers several. */
  readonly canSplit: boolean
}

export function $readTableLook(): TableLook {
  const cell = $readCell()
  const first = cell ? ($findTable(cell)?.getFirstDescendant() ?? null) : null
  return {
    hasHeaderRow: isHeader($findCell(first)),
    canMerge: $readSelectedCells().length > 1,
    canSplit: cell !== null && (cell.getColSpan() > 1 || cell.getRowSpan() > 1),
  }
}

function isHeader(cell: TableCellNode | null): boolean {
  return cell !== null && (cell.getHeaderStyles() & TableCellHeaderStates.ROW) !== 0
}

function $readSelectedCells(): TableCellNode[] {
  const selection = $getSelection()
  return $isTableSelection(selection) ? selection.getNodes().filter($isTableCellNode) : []
}

export type TableChange =
  | 'row-above'
  | 'row-below'
  | 'column-before'
  | 'column-after'
  | 'remove-row'
  | 'remove-column'
  | 'header-row'
  | 'merge'
  | 'split'
  | 'remove'

/** Changes the table the caret is in. Only here is a ragged table made square: never by opening it, never when others change it. */
export function $changeTable(change: TableChange): void {
  const cell = $readCell()
  const table = cell ? $findTable(cell) : null
  if (!table) return
  if (change === 'remove') return $removeTable(table)
  $makeSquare(table)
  CHANGES[change](table)
  dropWidths(table)
}

const CHANGES: Record<Exclude<TableChange, 'remove'>, (table: TableNode) => void> = {
  'row-above': () => void $insertTableRowAtSelection(false),
  'row-below': () => void $insertTableRowAtSelection(true),
  'column-before': () => void $insertTableColumnAtSelection(false),
  'column-after': () => void $insertTableColumnAtSelection(true),
  'remove-row': () => $deleteTableRowAtSelection(),
  'remove-column': () => $deleteTableColumnAtSelection(),
  'header-row': (table) =>
    $setTableRowIsHeader(table, 0, !isHeader($findCell(table.getFirstDescendant()))),
  merge: () => {
    const merged = $mergeCells($readSelectedCells())
    merged?.getLastDescendant()?.selectEnd()
  },
  split: () => $unmergeCell(),
}

function $removeTable(table: TableNode): void {
  const next = table.getNextSibling() ?? table.getPreviousSibling()
  if ($isElementNode(next)) next.selectStart()
  else table.insertAfter($createParagraphNode()).selectNext()
  table.remove()
}

/** How wide columns are is for the page to decide: it is never stored. */
function dropWidths(table: TableNode): void {
  if (table.isAttached() && table.getColWidths()) table.setColWidths(undefined)
}

/** Two people adding columns at once can leave rows of different lengths. */
export function $makeSquare(table: TableNode): void {
  const [map] = $computeTableMapSkipCellCheck(table, null, null)
  const width = Math.max(0, ...map.map((row) => row.length))
  table.getChildren().forEach((row, index) => {
    if (!$isTableRowNode(row)) return
    const covered = map[index]?.filter(Boolean).length ?? 0
    const last = row.getLastChild()
    const header = $isTableCellNode(last)
      ? last.getHeaderStyles() & TableCellHeaderStates.ROW
      : TableCellHeaderStates.NO_STATUS
    for (let missing = width - covered; missing > 0; missing -= 1)
      row.append($createTableCellNode(header).append($createParagraphNode()))
  })
}

/**
 * Tab goes from cell to cell; in the last one it makes a new row. Shift+Tab in the first cell is left
 * to the browser, so that a table is no trap; Escape leaves the text as everywhere.
 */
export function $moveToNextCell(direction: 'next' | 'previous'): boolean {
  const cell = $readCell()
  const table = cell ? $findTable(cell) : null
  const selection = $getSelection()
  if (!cell || !table || !$isRangeSelection(selection)) return false
  const cells = $listCells(table)
  const index = cells.findIndex((candidate) => candidate.is(cell))
  const target = cells[direction === 'next' ? index + 1 : index - 1]
  if (target) return $selectCell(target)
  if (direction === 'previous') return false
  $addUpdateTag(HISTORY_PUSH_TAG)
  $makeSquare(table)
  const row = $insertTableRowAtNode(cell, true)
  return $selectCell($findCell(row?.getFirstDescendant()))
}

function $listCells(table: TableNode): TableCellNode[] {
  return table
    .getChildren()
    .filter($isTableRowNode)
    .flatMap((row) => row.getChildren().filter($isTableCellNode))
}

function $selectCell(cell: TableCellNode | null): boolean {
  const first = cell?.getFirstChild()
  if (cell && !first) cell.append($createParagraphNode())
  const target = cell?.getFirstChild()
  if ($isElementNode(target)) target.selectEnd()
  return true
}
