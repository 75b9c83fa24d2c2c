import { Link } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'

export interface UnreadNoticesProps {
  /** How many there are altogether. */
  readonly unread: number
  readonly notices: readonly {
    readonly id: string
    readonly about: string
    readonly createdAt: string
  }[]
}

/** What somebody was told and has not read yet: the newest, and the way to all. A group of the waiting list. */
export function UnreadNotices({ unread, notices }: UnreadNoticesProps) {
  if (notices.length === 0) return null
  return (
    <section aria-labelledby="unread-notices">
      <h2 id="unread-notices">Unread notices</h2>
      <ul>
        {notices.map(({ id, about, createdAt }) => (
          <li key={id}>
            {/* A whole page: the number in the header is then read again. */}
            <a href={`/notices/${id}`}>{about}</a>
            <span className="waiting-list-detail">{formatInstant(createdAt)}</span>
          </li>
        ))}
        <li>
          <Link to="/notices">
            {unread > notices.length ? `All ${unread} unread notices` : 'All notices'}
          </Link>
        </li>
      </ul>
    </section>
  )
}
