import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { type ChosenColumns, guessColumns } from '../../../app/domain/imports/map-columns'
import { isMetadataTable } from '../../../app/domain/imports/read-metadata'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { StoredImport } from './import-store'
import type { ImportsAdapters } from './imports-adapters'
import type { TableHead } from './tables'

export interface ImportInput {
  readonly strategyId: string
  readonly importId: string
}

/** What a person says of a table's columns. */
export interface ImportMapping {
  readonly head: TableHead
  /** What is taken to be what: chosen, remembered, or known by its heading. */
  readonly columns: ChosenColumns
  /** Why the columns do not do yet; empty when they do. */
  readonly problem: string
  readonly metrics: readonly {
    readonly id: string
    readonly title: string
    readonly code: string
  }[]
}

export interface ImportDetail {
  readonly stored: StoredImport
  /** Null once it has been carried out. */
  readonly mapping: ImportMapping | null
  /** It describes metrics and has no values. */
  readonly isMetadata: boolean
}

/** The partnership, for somebody who may import its values. */
export async function findForImport(
  { imports }: Pick<ImportsAdapters, 'imports'>,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<{ readonly partnershipId: string; readonly actor: Actor }>> {
  const partnershipId = await imports.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'manage_metrics', { partnershipId })
  return allowed.ok ? done({ partnershipId, actor: allowed.value }) : allowed
}

export interface FoundImport {
  readonly stored: StoredImport
  readonly actor: Actor
}

export async function findImportOf(
  adapters: Pick<ImportsAdapters, 'imports'>,
  actor: Actor | null,
  { strategyId, importId }: ImportInput,
): Promise<Outcome<FoundImport>> {
  const allowed = await findForImport(adapters, actor, strategyId)
  if (!allowed.ok) return allowed
  const stored = await adapters.imports.findImport(importId)
  if (!stored || stored.partnershipId !== allowed.value.partnershipId)
    return refuse('not_found', NOT_FOUND)
  return done({ stored, actor: allowed.value.actor })
}

export async function listImports(
  adapters: ImportsAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<readonly StoredImport[]>> {
  const allowed = await findForImport(adapters, actor, strategyId)
  if (!allowed.ok) return allowed
  return done(await adapters.imports.listImports(allowed.value.partnershipId))
}

/** One import; with its columns as long as they can still be chosen. */
export async function readImport(
  adapters: ImportsAdapters,
  actor: Actor | null,
  input: ImportInput,
): Promise<Outcome<ImportDetail>> {
  const found = await findImportOf(adapters, actor, input)
  if (!found.ok) return found
  const { stored } = found.value
  const isOpen = ['uploaded', 'looked', 'failed'].includes(stored.state)
  if (!isOpen)
    return done({ stored, mapping: null, isMetadata: stored.report?.kind === 'metadata' })
  const mapping = await readMapping(adapters, stored)
  // One that was to be fetched, and did not come, has no file to read.
  if (!mapping.ok && stored.state === 'failed')
    return done({ stored, mapping: null, isMetadata: false })
  if (!mapping.ok) return mapping
  const isMetadata = isMetadataTable(mapping.value.head.headers)
  return done({ stored, mapping: mapping.value, isMetadata })
}

/** The columns of these headings are remembered by what they are called, in their order. */
export function nameHeadings(headers: readonly string[]): string {
  return JSON.stringify(headers.map((heading) => heading.trim().toLowerCase()))
}

async function readMapping(
  { imports, tables }: ImportsAdapters,
  stored: StoredImport,
): Promise<Outcome<ImportMapping>> {
  const [bytes, { metrics }] = await Promise.all([
    imports.readFile(stored.fileId),
    imports.readContext(stored.partnershipId),
  ])
  const head = await tables.readHead({ bytes, sheet: stored.sheet ?? undefined })
  if (!head.ok) return head
  const remembered =
    stored.state === 'uploaded'
      ? await imports.findMapping(stored.partnershipId, nameHeadings(head.value.headers))
      : null
  const chosen = remembered ?? stored.chosen
  return done({
    head: head.value,
    ...guessColumns(head.value.headers, chosen),
    metrics: metrics.map(({ metric }) => ({
      id: metric.id,
      title: metric.title,
      code: metric.code,
    })),
  })
}

export interface ImportedRow {
  readonly fileName: string
  readonly line: number
  readonly headers: readonly string[]
  readonly cells: readonly string[]
}

/** How the files are called that values came from, for anyone who may read them. */
export async function readFileNames(
  { imports }: Pick<ImportsAdapters, 'imports'>,
  actor: Actor | null,
  { strategyId, importIds }: { readonly strategyId: string; readonly importIds: readonly string[] },
): Promise<Outcome<Readonly<Record<string, string>>>> {
  const partnershipId = await imports.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', { partnershipId })
  if (!allowed.ok) return allowed
  if (importIds.length === 0) return done({})
  return done(await imports.readFileNames(partnershipId, [...new Set(importIds)]))
}

/** A row as it came, for anyone who may read the partnership's metrics. */
export async function readImportedRow(
  { imports, tables }: ImportsAdapters,
  actor: Actor | null,
  { strategyId, importId, line }: ImportInput & { readonly line: number },
): Promise<Outcome<ImportedRow>> {
  const partnershipId = await imports.findPartnershipOf(strategyId)
  const stored = await imports.findImport(importId)
  if (!stored || stored.partnershipId !== partnershipId) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', stored)
  if (!allowed.ok) return allowed
  const bytes = await imports.readFile(stored.fileId)
  const row = await tables.readRow({ bytes, sheet: stored.sheet ?? undefined }, line)
  if (!row.ok) return row
  if (row.value.cells.length === 0) return refuse('not_found', NOT_FOUND)
  return done({ fileName: stored.fileName, line, ...row.value })
}
