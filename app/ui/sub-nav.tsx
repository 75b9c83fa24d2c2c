import { NavLink } from '@remix-run/react'
import type { TabLink } from './tabs-nav'
import './sub-nav.css'

interface SubNavProps {
  /** What the links are parts of, for screen readers. */
  readonly label: string
  readonly links: readonly TabLink[]
}

/** The pages of one tab, above each of them; the current one carries aria-current. */
export function SubNav({ label, links }: SubNavProps) {
  return (
    <nav className="sub-nav" aria-label={label}>
      <ul>
        {links.map(({ to, label: words, end }) => (
          <li key={to}>
            <NavLink to={to} end={end ?? false} prefetch="intent">
              {words}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
