import type { Telling } from '../../../app/domain/notices/telling'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { RoundReport } from '../../../app/domain/rounds/report'
import type { RoundPlan } from '../../../app/domain/rounds/parse-round'
import type {
  Asked,
  Round,
  RoundAction,
  RoundInvitee,
  RoundKind,
  RoundState,
  RoundText,
} from '../../../app/domain/rounds/round'
import type { Suggestion } from '../../../app/domain/suggestions/suggestion'
import type { VersionKeeper } from '../../history/version-keeper'
import type { AuditRecord } from '../audit'
import type { DocumentReader, LiveNotices } from '../documents'
import type { GuestStore } from '../guests/guest-store'
import type { HistoryStore } from '../history/history-store'
import type { ThreadStore } from '../discussion/thread-store'

export interface RoundStore {
  findStrategy(strategyId: string): Promise<RoundStrategy | null>
  /** Newest first. */
  list(strategyId: string): Promise<Round[]>
  /** Answers only for a round of this strategy. */
  find(strategyId: string, roundId: string): Promise<Round | null>
  /** Whom one may ask on this day. */
  listChoices(strategyId: string, at: Date): Promise<RoundChoices>
  /** The people behind the choices on this day, each once, by organisation and name. */
  findInvitees(strategyId: string, asked: readonly Asked[], at: Date): Promise<RoundInvitee[]>
  /** Newest first. */
  listEditions(strategyId: string): Promise<{ number: number; hash: string }[]>
  create(round: NewRound, audit: AuditRecord): Promise<void>
  /**
   * Holds the round while `work` decides, so that people's steps happen one after the other; writes what it answers in
   * the same transaction. Null for an unknown round; a refusal leaves no trace.
   */
  change(
    key: RoundKey,
    work: (held: Round) => Promise<Outcome<RoundChange | null>>,
  ): Promise<Outcome<RoundChange | null> | null>
  /** Keeps once per open round that this person, who was asked, has opened its text. */
  noteRead(read: TextRead): Promise<void>
  /** Open rounds that wait for an answer of this person, the first due first. */
  listWaiting(partnershipId: string, personId: string): Promise<WaitingRound[]>
  /** Looks at every open round that ends on this day or before, one after the other, and tells what `work` answers. */
  remind(until: string, at: Date, work: (held: Round) => readonly Telling[]): Promise<void>
}

export interface RoundKey {
  readonly strategyId: string
  readonly roundId: string
}

export interface RoundStrategy {
  readonly id: string
  readonly title: string
  readonly partnershipId: string
  readonly documentId: string
}

export interface RoundChoice {
  readonly id: string
  readonly name: string
  /** What tells it from others: the organisation, or how many people there are. */
  readonly detail: string
}

export interface RoundChoices {
  readonly people: readonly RoundChoice[]
  readonly organisations: readonly RoundChoice[]
  readonly bodies: readonly RoundChoice[]
  readonly guests: readonly RoundChoice[]
}

export interface NewRound extends RoundPlan {
  readonly id: string
  readonly strategyId: string
  readonly ownerId: string
  readonly event: NewRoundEvent
}

export interface NewRoundEvent {
  readonly id: string
  readonly action: RoundAction
  readonly personId: string
  readonly aboutId: string | null
  readonly note: string
  readonly at: Date
}

/** What one step writes; what is left out stays. */
export interface RoundChange {
  readonly plan?: RoundPlan
  readonly state?: RoundState
  readonly dueOn?: string
  readonly opened?: { readonly text: RoundText; readonly people: readonly RoundInvitee[] }
  readonly event: NewRoundEvent
  readonly tellings: readonly Telling[]
  readonly audit: AuditRecord
}

export interface TextRead {
  readonly id: string
  readonly strategyId: string
  readonly personId: string
  /** Null: the draft. */
  readonly edition: number | null
  readonly at: Date
}

export interface WaitingRound {
  readonly strategyId: string
  readonly strategyTitle: string
  readonly roundId: string
  readonly title: string
  readonly kind: RoundKind
  /** YYYY-MM-DD */
  readonly dueOn: string
}

export interface RoundAdapters {
  readonly rounds: RoundStore
  readonly guests: GuestStore
  readonly threads: ThreadStore
  readonly suggestions: { list(strategyId: string): Promise<Suggestion[]> }
  readonly documents: DocumentReader
  readonly history: Pick<HistoryStore, 'findVersion' | 'insertMark'>
  readonly versions: Pick<VersionKeeper, 'keep'>
  readonly roundFiles: RoundFiles
  readonly notices: LiveNotices
  readonly now: () => Date
  readonly newId: () => string
}

/** A report as a file. */
export interface RoundFiles {
  readonly csv: (report: ReportedRound) => Uint8Array
  readonly docx: (report: ReportedRound) => Promise<Uint8Array>
}

export interface ReportedRound {
  readonly strategyTitle: string
  readonly round: Round
  readonly report: RoundReport
  readonly madeAt: Date
}
