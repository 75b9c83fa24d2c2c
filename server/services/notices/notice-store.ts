import type { MailDecision } from '../../../app/domain/notices/decide-mail'
import type { NoticeWay } from '../../../app/domain/notices/notice-ways'
import type { NoticeKind } from '../../../app/domain/notices/telling'
import type { GuestAccess, Notice } from '../../../app/domain/notices/write-notice'

/** A notice as its person reads it. */
export interface ReadableNotice {
  readonly id: string
  readonly about: string
  readonly sentences: readonly string[]
  readonly strategyTitle: string
  readonly createdAt: string
  readonly isRead: boolean
}

/** A notice that no mail was decided for yet, with what decides it. */
export interface WaitingNotice {
  readonly id: string
  readonly about: string
  readonly sentences: readonly string[]
  readonly path: string
  readonly strategyTitle: string
  readonly email: string
  readonly name: string
  readonly way: NoticeWay
  readonly isRead: boolean
  readonly isSuspended: boolean
  readonly isMember: boolean
  /** A link to the strategy that works now; null for a member. */
  readonly guest: GuestAccess | null
}

/** What to write, and what became of each notice; both are kept in one transaction. */
export interface MailPlan {
  readonly mails: readonly Notice[]
  readonly settled: readonly { readonly id: string; readonly decision: MailDecision }[]
}

export interface Whose {
  readonly personId: string
  readonly partnershipId: string
}

export interface NoticeStore {
  /** Unread first, then the newest. */
  list(
    whose: Whose,
    page: { readonly skip: number; readonly take: number },
  ): Promise<ReadableNotice[]>
  countUnread(whose: Whose): Promise<number>
  /** Where it leads; null when it is not theirs. */
  markRead(whose: Whose, id: string, at: Date): Promise<string | null>
  /** Everything told up to then. */
  markAllRead(whose: Whose, at: Date): Promise<void>
  readChoices(personId: string): Promise<Record<string, string>>
  keepChoices(
    personId: string,
    choices: Readonly<Partial<Record<NoticeKind, NoticeWay>>>,
    at: Date,
  ): Promise<void>
  /** Whom a notice was for, and of what kind. */
  findAddressee(id: string): Promise<{ readonly personId: string; readonly kind: string } | null>
  /** Holds the notice that has waited longest, of those not kept for a daily mail; false when there is none. */
  mailNext(at: Date, plan: (notice: WaitingNotice) => MailPlan): Promise<boolean>
  /** Holds one person's notices from before `before` that wait for the daily mail; false when nobody has any. */
  digestNext(
    times: { readonly at: Date; readonly before: Date },
    plan: (notices: readonly WaitingNotice[]) => MailPlan,
  ): Promise<boolean>
}

export interface NoticeAdapters {
  readonly noticeStore: NoticeStore
  /** Where links in mail lead. */
  readonly baseUrl: string
  /** With it links are signed that stop mail. */
  readonly secret: string
  readonly now: () => Date
}

/** Counts one request; a number is the seconds to wait, null means go on. */
export interface UnsubscribeLimits {
  countAddress(address: string): Promise<number | null>
  countLink(link: string): Promise<number | null>
}

export interface NoticesServicesAdapters extends NoticeAdapters {
  readonly unsubscribeLimits: UnsubscribeLimits
}
