import type { ReactNode } from 'react'
import { VisuallyHidden } from './visually-hidden'
import './changed-words.css'

/** Words that came: underlined, and said. */
export function Inserted({ children }: { readonly children: ReactNode }) {
  return (
    <ins className="compare-ins">
      <VisuallyHidden> Added: </VisuallyHidden>
      {children}
      <VisuallyHidden> End of added. </VisuallyHidden>
    </ins>
  )
}

/** Words that went: struck through, and said. */
export function Deleted({ children }: { readonly children: ReactNode }) {
  return (
    <del className="compare-del">
      <VisuallyHidden> Removed: </VisuallyHidden>
      {children}
      <VisuallyHidden> End of removed. </VisuallyHidden>
    </del>
  )
}
