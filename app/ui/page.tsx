import type { ReactNode } from 'react'
import './page.css'

interface PageProps {
  readonly children: ReactNode
  /** `reading` is one narrow column for forms and sentences. */
  readonly width?: 'content' | 'reading' | 'full'
}

/** The main part of a page: what the skip link leads to. One on every page. */
export function Page({ children, width = 'content' }: PageProps) {
  return (
    <main id="main" tabIndex={-1} className={`page page-${width}`}>
      {children}
    </main>
  )
}
