import type { ImportState } from '../../../app/domain/imports/import-state'
import type { ChosenColumns, ColumnMap } from '../../../app/domain/imports/map-columns'
import type { Draft, KnownArea, KnownMetric } from '../../../app/domain/imports/parse-row'
import type { PlannedKind } from '../../../app/domain/imports/plan-import'
import type { AuditRecord } from '../audit'

/** What an import would do, or did. */
export interface ImportReport {
  /** Values from Fingertips or any other table; or what Fingertips says of metrics. */
  readonly kind: ColumnMap['kind'] | 'metadata'
  /** How each column is headed, of those that are read and those that are not. */
  readonly used: readonly string[]
  readonly unused: readonly string[]
  readonly counts: Readonly<Record<PlannedKind, number>>
  readonly suppressed: number
  readonly problems: readonly string[]
  readonly passedOver: { readonly areas: readonly string[]; readonly metrics: readonly string[] }
  readonly notices: readonly string[]
  /** The first few values that would be added, and that would replace others. */
  readonly added: readonly ShownValue[]
  readonly replaced: readonly ShownValue[]
  /** How many of its values were recorded, undone or not; an import that stopped may have some. */
  readonly recorded: number
  /** After undoing: values that had been corrected since, and were left. */
  readonly left?: number
}

export interface ChangedValue {
  readonly line: number
  readonly metricId: string
  readonly area: string
  /** Of whom it is; empty for everybody. */
  readonly group: string
  readonly period: string
  /** Null: suppressed. A value that is added replaces none. */
  readonly from: number | null
  readonly to: number | null
}

export interface ShownValue extends ChangedValue {
  readonly metric: string
}

/** What an import has recorded so far, also before it was broken off. */
export interface RecordedCounts {
  readonly new: number
  readonly supersedes: number
  readonly suppressed: number
}

export interface StoredImport {
  readonly id: string
  readonly partnershipId: string
  readonly fileId: string
  readonly fileName: string
  readonly metricId: string | null
  readonly state: ImportState
  readonly chosen: ChosenColumns
  readonly sheet: string | null
  readonly report: ImportReport | null
  /** Drafts, and how many of them are through. */
  readonly total: number
  readonly done: number
  readonly problem: string
  readonly byId: string
  readonly by: string
  /** ISO instants. */
  readonly at: string
  readonly endedAt: string | null
  readonly undoneById: string | null
  readonly undoneBy: string | null
  readonly undoneAt: string | null
  readonly undoReason: string
}

export interface NewFile {
  readonly fileId: string
  readonly partnershipId: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly personId: string
  readonly at: Date
}

export interface NewImport extends NewFile {
  readonly id: string
  /** `fetching`: its file is empty, and another will come. */
  readonly state: 'uploaded' | 'fetching'
  readonly metricId: string | null
  readonly audit: AuditRecord
}

/** What changes with a step; what is not named stays. */
export interface ImportChange {
  readonly state: ImportState
  readonly chosen?: ChosenColumns
  readonly sheet?: string | null
  readonly metricId?: string | null
  readonly report?: ImportReport
  readonly total?: number
  readonly done?: number
  readonly problem?: string
  readonly endedAt?: Date
  readonly undone?: { readonly personId: string; readonly at: Date; readonly reason: string }
  readonly audit?: AuditRecord
}

export interface LinedDraft {
  readonly line: number
  readonly draft: Omit<Draft, 'raw'>
}

export interface BatchOutcome {
  readonly counts: Pick<Record<PlannedKind, number>, 'new' | 'supersedes' | 'same'>
  readonly suppressed: number
  readonly added: readonly ChangedValue[]
  readonly replaced: readonly ChangedValue[]
}

export interface BatchInput {
  readonly importId: string
  readonly drafts: readonly LinedDraft[]
  readonly personId: string
  readonly at: Date
  readonly reason: string
}

export interface ImportStore {
  findPartnershipOf(strategyId: string): Promise<string | null>
  addImport(added: NewImport): Promise<void>
  /** The file of an import that waited for it; it is looked at next. False when it waits no more. */
  addFetched(importId: string, file: NewFile): Promise<boolean>
  findImport(importId: string): Promise<StoredImport | null>
  /** Newest first. */
  listImports(partnershipId: string): Promise<readonly StoredImport[]>
  /** Of all partnerships: an interrupted import goes on when the server starts. */
  listAtWork(): Promise<readonly string[]>
  /** False when it is in none of those states any more: then nothing was changed. */
  change(importId: string, from: readonly ImportState[], change: ImportChange): Promise<boolean>
  readFile(fileId: string): Promise<Uint8Array>
  findMapping(partnershipId: string, headings: string): Promise<ChosenColumns | null>
  keepMapping(mapping: {
    readonly partnershipId: string
    readonly headings: string
    readonly chosen: ChosenColumns
    readonly personId: string
  }): Promise<void>
  /** What rows may be about: metrics that are followed, and areas that were there at any time. */
  readContext(
    partnershipId: string,
  ): Promise<{ readonly metrics: readonly KnownMetric[]; readonly areas: readonly KnownArea[] }>
  /** Against what is known now; nothing is written. */
  compareBatch(drafts: readonly LinedDraft[]): Promise<BatchOutcome>
  /**
   * In one transaction, while nobody else may write to these metrics. Lines that this import has recorded already are passed by,
   * whatever became of their values.
   */
  writeBatch(input: BatchInput): Promise<BatchOutcome>
  /** Takes some values of an import away again; how many, 0 when none are left. */
  undoBatch(input: Omit<BatchInput, 'drafts'>): Promise<number>
  countRecorded(importId: string): Promise<RecordedCounts>
  /** By import. */
  readFileNames(
    partnershipId: string,
    importIds: readonly string[],
  ): Promise<Readonly<Record<string, string>>>
  /** Of an import that is undone: those that had been corrected before. */
  countCorrected(importId: string): Promise<number>
}
