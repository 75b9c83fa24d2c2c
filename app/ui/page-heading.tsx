import type { ReactNode } from 'react'
import './page-heading.css'

interface PageHeadingProps {
  readonly title: string
  /** One sentence that says what this page is for or where things stand. */
  readonly lead?: ReactNode
  /** The page's one primary action. */
  readonly action?: ReactNode
  /** Small words above the title: what kind of thing this is. */
  readonly kicker?: ReactNode
}

export function PageHeading({ title, lead, action, kicker }: PageHeadingProps) {
  return (
    <div className="page-heading">
      <div className="page-heading-words">
        {kicker ? <p className="page-heading-kicker">{kicker}</p> : null}
        <h1>{title}</h1>
        {lead ? <p className="page-heading-lead">{lead}</p> : null}
      </div>
      {action ? <div className="page-heading-action">{action}</div> : null}
    </div>
  )
}
