import type { ReactNode } from 'react'
import type { ProseNode, TableCell, TableNode } from '../../../domain/strategy/strategy'

interface ReadTableProps {
  readonly table: TableNode
  readonly renderNodes: (nodes: readonly ProseNode[]) => ReactNode
}

/** A table wider than the page scrolls inside its frame, by keyboard as well. */
export function ReadTable({ table, renderNodes }: ReadTableProps) {
  const [first, ...rest] = table.rows
  const hasHead = first?.cells.every((cell) => cell.header) ?? false
  const body = hasHead ? rest : table.rows
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- a frame that scrolls must be reachable and named; it is no part of a form
    <div className="prose-table" role="group" aria-label="Table" tabIndex={0}>
      <table>
        {hasHead && first ? (
          <thead>
            <tr>{renderCells(first.cells, 'col', renderNodes)}</tr>
          </thead>
        ) : null}
        <tbody>
          {body.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity and no state
            <tr key={index}>{renderCells(row.cells, 'row', renderNodes)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function renderCells(
  cells: readonly TableCell[],
  scope: 'col' | 'row',
  renderNodes: ReadTableProps['renderNodes'],
): ReactNode {
  return cells.map((cell, index) => {
    const Cell = cell.header ? 'th' : 'td'
    return (
      <Cell
        // oxlint-disable-next-line react/no-array-index-key -- as above
        key={index}
        colSpan={cell.colSpan}
        rowSpan={cell.rowSpan}
        scope={cell.header ? scope : undefined}
      >
        {renderNodes(cell.nodes)}
      </Cell>
    )
  })
}
