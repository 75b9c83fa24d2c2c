import { NavLink } from '@remix-run/react'
import './tabs-nav.css'

export interface TabLink {
  readonly to: string
  readonly label: string
  /** Only this exact address, not those below it. */
  readonly end?: boolean
}

interface TabsNavProps {
  /** What the links are parts of, for screen readers. */
  readonly label: string
  readonly tabs: readonly TabLink[]
}

/** Parts of one thing, each with its own address; the current one carries aria-current. */
export function TabsNav({ label, tabs }: TabsNavProps) {
  return (
    <nav className="tabs-nav" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end={tab.end ?? false} prefetch="intent">
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
