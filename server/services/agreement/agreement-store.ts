import type { Owned, Term } from '../../../app/domain/answering/answer-for'
import type { ChangeSummary } from '../../../app/domain/diff/describe-comparison'
import type { EvidenceFacts } from '../../../app/domain/files/evidence-type'
import type {
  EditionState,
  EditionSummary,
  SigningBody,
  SignOff,
} from '../../../app/domain/signoff/agreement'
import type { StrategyFacts } from '../../../app/domain/signoff/edition-content'
import type { Role } from '../../../app/domain/access/actor'
import type { Telling } from '../../../app/domain/notices/telling'
import type { Recipient } from '../../../app/domain/notices/write-notice'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { Phase, PhaseChange } from '../../../app/domain/signoff/phases'
import type { WritingChange } from '../../../app/domain/signoff/suggesting-only'
import type { StrategyContent, StrategyState } from '../../../app/domain/strategy/strategy'
import type { AuditRecord } from '../audit'
import type { DocumentReader, LiveNotices } from '../documents'
import type { EditionSources } from './build-edition-content'

/** What the agreement pages read, inside a transaction or outside. */
export interface AgreementReader extends EditionSources {
  /** Newest first, without their text. */
  listEditions(strategyId: string): Promise<EditionSummary[]>
  findEdition(strategyId: string, number: number): Promise<StoredEdition | null>
  /** In the order the partnership gave them. */
  listBodies(partnershipId: string): Promise<SigningBody[]>
  /** Newest first. */
  listPhaseChanges(strategyId: string): Promise<PhaseChange[]>
  /** Newest first. */
  listWritingChanges(strategyId: string): Promise<WritingChange[]>
  /** Oldest first. */
  listSignOffs(editionId: string): Promise<SignOff[]>
  /** Of the partnership's metrics those named, by code, and the terms of everybody who is or was a member. */
  listAnsweredFor(
    partnershipId: string,
    metricIds: readonly string[],
  ): Promise<{ owned: Owned[]; terms: Term[] }>
}

export interface AgreementStore extends AgreementReader {
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
  setPhase(change: NewPhaseChange): Promise<void>
  /** From here on no edit is taken but accepted suggestions, or every edit again. */
  setSuggestingOnly(change: NewWritingChange): Promise<void>
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
  addEvidence(evidence: NewEvidence): Promise<void>
  /** Everybody who may record a sign-off for one of the bodies of this strategy's partnership, each once. */
  listSignatories(): Promise<Signatory[]>
  /** Who holds one of these roles on that day, each once. */
  listMembers(roles: readonly Role[], at: Date): Promise<string[]>
  /** Told exactly when what it tells of is there. */
  tell(tellings: readonly Telling[], at: Date): Promise<void>
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
  readonly label: string
  readonly changeNote: string
  /** The phase the draft was in. */
  readonly submittedFrom: Phase
  readonly submittedById: string
  readonly submittedAt: Date
}

interface ByPerson {
  readonly personId: string
  readonly at: Date
}

export type NewPhaseChange = Omit<PhaseChange, 'personName' | 'at'> & ByPerson
export type NewWritingChange = Omit<WritingChange, 'personName' | 'at'> & ByPerson

export interface EditionMove {
  readonly state: EditionState
  readonly at: Date
  /** Why it ended, when it was returned or withdrawn; why it was urgent, when it was published so. */
  readonly reason?: string
  /** Who published it. */
  readonly personId?: string
}

/** A file, and what it proves. */
export interface NewEvidence extends EvidenceFacts {
  readonly id: string
  readonly signOffId: string
  /** Of the file, unless the partnership has the same bytes already. */
  readonly fileId: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly personId: string
  readonly at: Date
}

export type NewSignOff = Omit<SignOff, 'personName' | 'at' | 'evidence'> & {
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
  readonly compareTexts: CompareTexts
  readonly now: () => Date
  readonly newId: () => string
}

/** What became of one text on its way to another: worked out beside the thread that answers pages, and remembered. */
export type CompareTexts = (
  from: StrategyContent,
  to: StrategyContent,
) => Promise<{ readonly isUnchanged: boolean; readonly summary: ChangeSummary }>
