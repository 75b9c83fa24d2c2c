import type {
  EditionState,
  EditionSummary,
  SigningBody,
  SignOff,
} from '../../../app/domain/signoff/agreement'
import type { StrategyFacts } from '../../../app/domain/signoff/edition-content'
import type { Notice, Recipient } from '../../../app/domain/notices/write-notice'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { StrategyState } from '../../../app/domain/strategy/strategy'
import type { AuditRecord } from '../audit'
import type { DocumentReader, LiveNotices } from '../documents'
import type { EditionSources } from './build-edition-content'

/** What the agreement pages read, inside a transaction or outside. */
export interface AgreementReader extends EditionSources {
  /** Newest first, without their text. */
  listEditions(strategyId: string): Promise<EditionSummary[]>
  /** In the order the partnership gave them. */
  listBodies(partnershipId: string): Promise<SigningBody[]>
  /** Oldest first. */
  listSignOffs(editionId: string): Promise<SignOff[]>
}

export interface AgreementStore extends AgreementReader {
  findEdition(strategyId: string, number: number): Promise<StoredEdition | null>
  /** The edition that is public now. */
  findPublished(slug: string): Promise<StoredEdition | null>
  /** Submitted strategies of a partnership. */
  listSubmitted(partnershipId: string): Promise<{ id: string; title: string }[]>
  /**
   * One transaction that holds the strategy, so that two people's steps happen one after the other.
   * Only an `ok` outcome is committed; a refusal leaves no trace. Null for an unknown strategy.
   */
  transact<T>(
    strategyId: string,
    work: (tx: AgreementTransaction) => Promise<Outcome<T>>,
  ): Promise<Outcome<T> | null>
}

export interface AgreementTransaction extends AgreementReader {
  /** As they are while the transaction holds the strategy. */
  readonly facts: StrategyFacts
  /** From here on no update is accepted; answers everything that was. */
  freezeDocument(at: Date): Promise<FrozenDocument>
  unfreezeDocument(): Promise<void>
  setStrategyState(state: StrategyState): Promise<void>
  insertEdition(edition: NewEdition): Promise<void>
  /** The only change an edition knows: where it stands. */
  moveEdition(editionId: string, move: EditionMove): Promise<void>
  /** Who approved an urgent publication afterwards. */
  keepSecondApproval(
    editionId: string,
    approval: { readonly personId: string; readonly at: Date },
  ): Promise<void>
  /** False when this body has already signed off this edition. */
  insertSignOff(signOff: NewSignOff): Promise<boolean>
  /** Everybody who may record a sign-off for one of the bodies of this strategy's partnership, each once. */
  listSignatories(): Promise<Signatory[]>
  /** Mail that is there exactly when what it tells of is. */
  keepMail(notices: readonly Notice[], at: Date): Promise<void>
  /** Call last: the next entry of anybody waits until the transaction ends. */
  audit(record: AuditRecord): Promise<void>
}

export interface Signatory extends Recipient {
  readonly personId: string
  /** In the order the partnership gave its bodies. */
  readonly bodyNames: readonly string[]
}

/** The log of a document up to the moment it was frozen. */
export interface FrozenDocument {
  /** The sequence of the last update there is. */
  readonly head: bigint
  readonly snapshot: { readonly seq: bigint; readonly parts: readonly Uint8Array[] } | null
  /** Every update after the snapshot, in order. */
  readonly tail: readonly { readonly seq: bigint; readonly bytes: Uint8Array }[]
}

export interface NewEdition {
  readonly id: string
  readonly strategyId: string
  readonly number: number
  /** The canonical text, and its SHA-256. */
  readonly content: string
  readonly hash: string
  readonly documentId: string
  readonly documentSeq: bigint
  readonly documentState: Uint8Array
  readonly changeNote: string
  readonly submittedById: string
  readonly submittedAt: Date
}

export interface EditionMove {
  readonly state: EditionState
  readonly at: Date
  /** Why it ended, when it was returned or withdrawn; why it was urgent, when it was published so. */
  readonly reason?: string
  /** Who published it. */
  readonly personId?: string
}

export type NewSignOff = Omit<SignOff, 'personName' | 'at'> & {
  readonly editionId: string
  readonly at: Date
}

/** An edition with its canonical text, exactly as hashed. */
export interface StoredEdition {
  readonly summary: EditionSummary
  readonly content: string
}

export interface AgreementAdapters {
  readonly agreement: AgreementStore
  readonly documents: DocumentReader
  readonly notices: LiveNotices
  /** Where links in mail lead. */
  readonly baseUrl: string
  readonly now: () => Date
  readonly newId: () => string
}
