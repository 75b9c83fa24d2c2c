import type { NoticeWay } from './notice-ways'

interface MailQuestion {
  readonly way: NoticeWay
  readonly isRead: boolean
  readonly isSuspended: boolean
  /** Of the partnership the strategy belongs to, today. */
  readonly isMember: boolean
  /** Holds a link to the strategy that works today. */
  readonly isGuest: boolean
}

/** Why a notice was not mailed, as it is kept with it. */
export type MailDecision =
  'mailed' | 'digest' | 'suspended' | 'not_a_member' | 'read' | 'not_wanted'

/** SPEC.md NO10–NO11, NO16. */
export function decideMail({ way, isRead, ...person }: MailQuestion): MailDecision {
  if (person.isSuspended) return 'suspended'
  if (!person.isMember && !person.isGuest) return 'not_a_member'
  if (way === 'never') return 'not_wanted'
  if (isRead) return 'read'
  return way === 'daily' ? 'digest' : 'mailed'
}
