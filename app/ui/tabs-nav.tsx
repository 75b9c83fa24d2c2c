import { Link, NavLink, useLocation } from '@remix-run/react'
import './tabs-nav.css'

export interface TabLink {
  readonly to: string
  readonly label: string
  /** Only this exact address, not those below it. */
  readonly end?: boolean
  /** Addresses elsewhere whose pages belong to this part. */
  readonly holds?: readonly string[]
}

interface TabsNavProps {
  /** What the links are parts of, for screen readers. */
  readonly label: string
  readonly tabs: readonly TabLink[]
}

/** Parts of one thing, each with its own address; the current one carries aria-current. */
export function TabsNav({ label, tabs }: TabsNavProps) {
  const { pathname } = useLocation()
  return (
    <nav className="tabs-nav" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            {tab.holds?.some((held) => isWithin(pathname, held)) ? (
              <Link to={tab.to} prefetch="intent" aria-current="true">
                {tab.label}
              </Link>
            ) : (
              <NavLink to={tab.to} end={tab.end ?? false} prefetch="intent">
                {tab.label}
              </NavLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isWithin(pathname: string, address: string): boolean {
  return pathname === address || pathname.startsWith(`${address}/`)
}
