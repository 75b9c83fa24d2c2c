import { Form, Link } from '@remix-run/react'
import { dayOfInstant, formatDate } from '../../domain/dates/format-date'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { PageHeading } from '../../ui/page-heading'
import './notices-page.css'

interface ListedNotice {
  readonly id: string
  readonly about: string
  readonly sentences: readonly string[]
  readonly strategyTitle: string
  readonly createdAt: string
  readonly isRead: boolean
}

interface NoticesPageProps {
  readonly notices: readonly ListedNotice[]
  readonly unread: number
  readonly page: number
  readonly hasOlder: boolean
}

/** What somebody was told: unread first, by day. */
export function NoticesPage({ notices, unread, page, hasOlder }: NoticesPageProps) {
  return (
    <Page width="reading">
      <PageHeading
        title="Notices"
        lead={unread === 0 ? 'You have read everything.' : describeUnread(unread)}
        action={
          unread > 0 ? (
            <Form method="post">
              <Button>Mark all as read</Button>
            </Form>
          ) : null
        }
      />
      {notices.length === 0 ? (
        <EmptyState title="No notices yet">
          <p>What you have to know or do will be listed here, the newest first.</p>
        </EmptyState>
      ) : null}
      {groupByDay(notices).map(({ key, title, items }) => (
        <section key={key} className="notices-day" aria-labelledby={key}>
          <h2 id={key}>{title}</h2>
          <ul className="notices-list">
            {items.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} />
            ))}
          </ul>
        </section>
      ))}
      <p className="notices-pages">
        {page > 1 ? <Link to={`/notices?page=${page - 1}`}>Newer notices</Link> : null}
        {hasOlder ? <Link to={`/notices?page=${page + 1}`}>Older notices</Link> : null}
        <Link to="/account/notices">Choose what you are told by mail</Link>
      </p>
    </Page>
  )
}

export function describeUnread(unread: number): string {
  return unread === 1 ? '1 unread notice' : `${unread} unread notices`
}

function NoticeItem({ notice }: { readonly notice: ListedNotice }) {
  const { id, about, sentences, strategyTitle } = notice
  return (
    <li id={`notice-${id}`}>
      {/* A whole page: the number in the header is then read again. */}
      <a href={`/notices/${id}`}>{about}</a>
      <p>{sentences[0]}</p>
      <p className="notices-strategy">{strategyTitle}</p>
    </li>
  )
}

function groupByDay(notices: readonly ListedNotice[]) {
  const groups: { key: string; title: string; items: ListedNotice[] }[] = []
  for (const notice of notices) {
    const day = dayOfInstant(notice.createdAt)
    const key = `${notice.isRead ? 'read' : 'unread'}-${day}`
    const last = groups.at(-1)
    if (last?.key === key) last.items.push(notice)
    else
      groups.push({
        key,
        title: `${notice.isRead ? 'Read' : 'Unread'}, ${formatDate(day)}`,
        items: [notice],
      })
  }
  return groups
}
