import type { ReactNode } from 'react'
import './empty-state.css'

interface EmptyStateProps {
  readonly title: string
  /** What will be here, and why. */
  readonly children: ReactNode
  /** The first step. */
  readonly action?: ReactNode
}

/** Missing is work, not an error. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      <div className="empty-state-text">{children}</div>
      {action}
    </div>
  )
}
