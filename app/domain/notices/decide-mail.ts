import type { NoticeWay } from './notice-ways'

interface MailQuestion {
  readonly way: NoticeWay
  readonly isRead: boolean
  readonly isSuspended: boolean
  /** Of the partnership the strategy belongs to, today. */
  readonly isMember: boolean
}

/** Why a notice was not mailed, as it is kept with it. */
export type MailDecision =
  'mailed' | 'digest' | 'suspended' | 'not_a_member' | 'read' | 'not_wanted'

/** SPEC.md NO10–NO11. */
export function decideMail({ way, isRead, isSuspended, isMember }: MailQuestion): MailDecision {
  if (isSuspended) return 'suspended'
  if (!isMember) return 'not_a_member'
  if (way === 'never') return 'not_wanted'
  if (isRead) return 'read'
  return way === 'daily' ? 'digest' : 'mailed'
}
