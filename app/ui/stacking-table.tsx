import type { ReactNode } from 'react'
import { VisuallyHidden } from './visually-hidden'
import './stacking-table.css'

// Browsers forget that rows and cells laid out as blocks belong to a table: explicit roles keep it one.
const ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader', scope: 'col' },
  name: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const

interface StackingTableProps {
  /** Read aloud; the heading above says it to everybody else. */
  readonly caption: string
  readonly heads: readonly StackingHead[]
  /** `StackingRow`s. */
  readonly children: ReactNode
}

export interface StackingHead {
  readonly words: string
  readonly isNumber?: boolean
}

/** A table whose rows stand under each other as blocks where the screen is narrow. */
export function StackingTable({ caption, heads, children }: StackingTableProps) {
  return (
    <table className="stacking-table" {...ROLES.table}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead {...ROLES.group}>
        <tr {...ROLES.row}>
          {heads.map(({ words, isNumber }) => (
            <th key={words} className={isNumber ? 'number' : undefined} {...ROLES.head}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.group}>{children}</tbody>
    </table>
  )
}

interface StackingRowProps {
  /** The cell that names the row. */
  readonly name: ReactNode
  readonly nameClass?: string
  /** `StackingCell`s. */
  readonly children: ReactNode
}

export function StackingRow({ name, nameClass, children }: StackingRowProps) {
  return (
    <tr {...ROLES.row}>
      <th className={nameClass} {...ROLES.name}>
        {name}
      </th>
      {children}
    </tr>
  )
}

interface StackingCellProps {
  /** Stands before the cell where the heads are out of sight. */
  readonly label?: string
  readonly isNumber?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function StackingCell({ label, isNumber, className, children }: StackingCellProps) {
  const names = [isNumber && 'number', className].filter(Boolean).join(' ')
  return (
    <td className={names || undefined} data-label={label} {...ROLES.cell}>
      {children}
    </td>
  )
}
