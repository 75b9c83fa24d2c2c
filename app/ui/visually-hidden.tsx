import type { ReactNode } from 'react'
import './visually-hidden.css'

/** Heard by screen readers, not seen. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}
