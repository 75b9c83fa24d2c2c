import { Link } from '@remix-run/react'
import { SignOut } from './sign-out'
import './header.css'

export interface SignedInPerson {
  readonly id: string
  readonly name: string
  readonly organisationName: string
  readonly partnershipName: string
  readonly roleLabel: string
}

interface HeaderProps {
  readonly person: SignedInPerson | null
  readonly demo: boolean
  /** How many notices they have not read. */
  readonly unread: number
}

export function Header({ person, demo, unread }: HeaderProps) {
  return (
    <header className="header">
      <div className="header-row">
        <Link to="/" className="header-brand">
          <BrandMark />
          <span>Northing</span>
        </Link>
        {person ? <p className="header-partnership">{person.partnershipName}</p> : null}
        {person ? <PersonSummary person={person} /> : null}
        <div className="header-end">
          {demo && !person ? <DemoMail /> : null}
          {person ? <NoticesLink unread={unread} /> : null}
          {person ? <SignOut personId={person.id} /> : null}
        </div>
      </div>
    </header>
  )
}

function PersonSummary({ person }: { readonly person: SignedInPerson }) {
  return (
    <p className="header-person">
      <Link className="header-person-name" to="/account">
        {person.name}
      </Link>
      <span className="header-person-role">
        {person.roleLabel} · {person.organisationName}
      </span>
    </p>
  )
}

function NoticesLink({ unread }: { readonly unread: number }) {
  if (unread === 0) return <Link to="/notices">Notices</Link>
  return (
    <Link to="/notices">
      {unread} unread<span className="header-noun"> {unread === 1 ? 'notice' : 'notices'}</span>
    </Link>
  )
}

function DemoMail() {
  return (
    <a className="header-demo" href="/demo/mail">
      Mail of the demonstration
    </a>
  )
}

/** A compass needle: north is where the strategy is going. */
export function BrandMark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <circle cx="14" cy="14" r="12.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M14 4.5 18 18l-4-2.6L10 18z" fill="currentColor" />
      <path d="M14 23.5v-3.5" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  )
}
