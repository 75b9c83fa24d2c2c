import type { ChosenColumns, ColumnMap } from '../../../app/domain/imports/map-columns'
import type { KnownArea, KnownMetric } from '../../../app/domain/imports/parse-row'
import type { PlannedKind } from '../../../app/domain/imports/plan-import'
import type { SourceIndicator } from '../../../app/domain/imports/read-metadata'
import type { Outcome } from '../../../app/domain/outcome/outcome'

/** A file of a table, and of a workbook its sheet; the first one unless it is named. */
export interface TableSource {
  readonly bytes: Uint8Array
  readonly sheet?: string | undefined
}

/** The beginning of a table, for a person to say what its columns are. */
export interface TableHead {
  readonly headers: readonly string[]
  /** The first rows under the headings. */
  readonly sample: readonly (readonly string[])[]
  /** Without the headings. */
  readonly count: number
  /** Names of a workbook's sheets; none for a text. */
  readonly sheets: readonly string[]
}

export interface TableRow {
  readonly headers: readonly string[]
  /** Empty where the table has no such line. */
  readonly cells: readonly string[]
}

/** What a file of metadata says of the indicators that were asked for. */
export interface IndicatorsAnswer {
  /** In the whole file. */
  readonly count: number
  readonly indicators: readonly SourceIndicator[]
}

/** What a file is looked at with. */
export interface PlanQuestion extends TableSource {
  readonly chosen: ChosenColumns
  readonly metrics: readonly KnownMetric[]
  readonly areas: readonly KnownArea[]
  /** The metric a table without a metric column is about. */
  readonly onlyMetricId: string | null
  /** YYYY-MM-DD in the UK. */
  readonly today: string
}

/** A file read, and its rows as drafts; nothing has been compared with what is known yet. */
export interface PlannedTable {
  readonly columns: ColumnMap
  /** Of rows that will not be recorded, by why. */
  readonly counts: Readonly<Record<PlannedKind, number>>
  /** The first few hundred, each names its line. */
  readonly problems: readonly string[]
  readonly passedOver: { readonly areas: readonly string[]; readonly metrics: readonly string[] }
  readonly notices: readonly string[]
  /** Drafts with their lines as JSON, a few hundred in each, so that none holds anybody up: a text crosses between threads without being taken apart. */
  readonly batches: readonly string[]
}

/** Reads tables where nobody waits for it, one after another. */
export interface TableReading {
  readHead(source: TableSource): Promise<Outcome<TableHead>>
  /** The headings are line 1. */
  readRow(source: TableSource, line: number): Promise<Outcome<TableRow>>
  readIndicators(source: TableSource, ids: readonly string[]): Promise<Outcome<IndicatorsAnswer>>
  plan(question: PlanQuestion): Promise<Outcome<PlannedTable>>
}
