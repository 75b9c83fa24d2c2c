import { decideMail } from '../../../app/domain/notices/decide-mail'
import { lastDigestAt, writeDigest } from '../../../app/domain/notices/digest'
import { writeGuestNotice, writeNotice } from '../../../app/domain/notices/write-notice'
import type { MailPlan, NoticeAdapters, WaitingNotice } from './notice-store'
import { type StopScope, signToken } from './unsubscribe-token'

/** Decides about the notice that has waited longest, and writes its mail. False when none waits. */
export function mailNextNotice(adapters: NoticeAdapters): Promise<boolean> {
  return adapters.noticeStore.mailNext(adapters.now(), (notice) => planMail(adapters, notice))
}

/** One daily mail for each person who has one due (NO12). Answers how many people were looked at. */
export async function mailDigests(adapters: NoticeAdapters): Promise<number> {
  const at = adapters.now()
  const times = { at, before: lastDigestAt(at) }
  const plan = (notices: readonly WaitingNotice[]) => planDigest(adapters, notices)
  let count = 0
  while (await adapters.noticeStore.digestNext(times, plan)) count += 1
  return count
}

function planMail(adapters: NoticeAdapters, notice: WaitingNotice): MailPlan {
  const decision = decideMail({ ...notice, isGuest: notice.guest !== null })
  const settled = [{ id: notice.id, decision }]
  if (decision !== 'mailed') return { mails: [], settled }
  const parts = {
    strategyTitle: notice.strategyTitle,
    about: notice.about,
    sentences: notice.sentences,
    unsubscribeLink: linkToStop(adapters, 'kind', notice.id),
  }
  const mail = notice.guest
    ? writeGuestNotice(notice.name, notice.guest, parts)
    : writeNotice(notice, { ...parts, link: adapters.baseUrl + notice.path })
  return { mails: [mail], settled }
}

function planDigest(adapters: NoticeAdapters, notices: readonly WaitingNotice[]): MailPlan {
  const settled = notices.map((notice) => ({
    id: notice.id,
    // Guests choose nothing: their mail is never kept for the day.
    decision: decideMail({ ...notice, isGuest: false }),
  }))
  const due = notices.filter((_, index) => settled[index]?.decision === 'digest')
  const [first] = due
  if (!first) return { mails: [], settled }
  const items = due.map(({ strategyTitle, about, path }) => ({
    strategyTitle,
    about,
    link: adapters.baseUrl + path,
  }))
  const mail = writeDigest(first, items, linkToStop(adapters, 'daily', first.id))
  return { mails: [mail], settled }
}

function linkToStop({ baseUrl, secret }: NoticeAdapters, scope: StopScope, id: string): string {
  return `${baseUrl}/unsubscribe/${signToken(secret, scope, id)}`
}
