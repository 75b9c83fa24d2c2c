import type { FileStore } from '../files/files-services'
import type { GuestLink } from '../../../app/domain/guests/guest'
import type { Invitation } from '../../../app/domain/guests/parse-invitation'
import type { AuditRecord } from '../audit'
import type { AgreementAdapters } from '../agreement/agreement-store'
import type { DiscussionAdapters } from '../discussion/thread-store'
import type { Mailer } from '../sign-in/sign-in-adapters'

export interface GuestStore {
  /** Newest first, ended and revoked ones too. */
  list(strategyId: string): Promise<GuestLink[]>
  /** Null for a token nobody was given. */
  findByHash(tokenHash: string): Promise<GuestLink | null>
  invite(link: NewGuestLink, audit: AuditRecord): Promise<void>
  /** False when there is no such link of this strategy, or it was revoked before. */
  revoke(
    link: { strategyId: string; linkId: string; at: Date },
    audit: AuditRecord,
  ): Promise<boolean>
  noteUse(linkId: string, at: Date): Promise<void>
}

export interface NewGuestLink extends Omit<Invitation, 'days'> {
  readonly id: string
  readonly personId: string
  readonly tokenHash: string
  readonly strategyId: string
  readonly expiresAt: Date
  readonly createdById: string
  readonly at: Date
}

export interface GuestAdapters extends DiscussionAdapters, AgreementAdapters {
  readonly guests: GuestStore
  readonly files: Pick<FileStore, 'findFile'>
  readonly mailer: Mailer
  /** Where links in mail lead. */
  readonly baseUrl: string
  readonly createToken: () => string
  /** Runs what the person does not wait for, and logs what it throws. */
  readonly later: (task: () => Promise<void>) => void
}
