import { type ReactNode, useId } from 'react'
import { VisuallyHidden } from './visually-hidden'
import './data-table.css'

interface DataTableProps {
  readonly caption: string
  /** When the heading above already says it. It is still read aloud. */
  readonly captionHidden?: boolean
  /** `<thead>` and `<tbody>`; numeric cells take the class `number`, with the unit in the head. */
  readonly children: ReactNode
}

/** A table that scrolls by itself when the page is too narrow, by keyboard too. */
export function DataTable({ caption, captionHidden, children }: DataTableProps) {
  const id = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className="data-table-scroll" aria-labelledby={id} tabIndex={0}>
      <table className="data-table">
        <caption id={id}>
          {captionHidden ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
        </caption>
        {children}
      </table>
    </section>
  )
}
