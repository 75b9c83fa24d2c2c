import type { Actor } from '../../../app/domain/access/actor'
import { type TakeMetadataInput, readMetadataChanges, takeMetadata } from './describe-metrics'
import { type FetchInput, fetchIndicator, listFetchable } from './fetch-indicators'
import type { ImportsAdapters } from './imports-adapters'
import {
  type ImportInput,
  listImports,
  readFileNames,
  readImport,
  readImportedRow,
} from './read-imports'
import {
  type LookInput,
  type UndoInput,
  type UploadInput,
  chooseSheet,
  confirmImport,
  lookAtImport,
  undoImport,
  uploadTable,
} from './take-steps'
import { workOnImport } from './work-on-import'

export function createImportsServices(adapters: ImportsAdapters) {
  return {
    listImports: (actor: Actor | null, strategyId: string) =>
      listImports(adapters, actor, strategyId),
    readImport: (actor: Actor | null, input: ImportInput) => readImport(adapters, actor, input),
    readFileNames: (
      actor: Actor | null,
      input: { readonly strategyId: string; readonly importIds: readonly string[] },
    ) => readFileNames(adapters, actor, input),
    readImportedRow: (actor: Actor | null, input: ImportInput & { readonly line: number }) =>
      readImportedRow(adapters, actor, input),
    uploadTable: (actor: Actor | null, input: UploadInput) => uploadTable(adapters, actor, input),
    listFetchable: (actor: Actor | null, strategyId: string) =>
      listFetchable(adapters, actor, strategyId),
    fetchIndicator: (actor: Actor | null, input: FetchInput) =>
      fetchIndicator(adapters, actor, input),
    lookAtImport: (actor: Actor | null, input: LookInput) => lookAtImport(adapters, actor, input),
    chooseSheet: (actor: Actor | null, input: ImportInput & { readonly sheet: string }) =>
      chooseSheet(adapters, actor, input),
    confirmImport: (actor: Actor | null, input: ImportInput) =>
      confirmImport(adapters, actor, input),
    undoImport: (actor: Actor | null, input: UndoInput) => undoImport(adapters, actor, input),
    readMetadataChanges: (actor: Actor | null, input: ImportInput) =>
      readMetadataChanges(adapters, actor, input),
    takeMetadata: (actor: Actor | null, input: TakeMetadataInput) =>
      takeMetadata(adapters, actor, input),
    /** Those that a restart broke off. */
    async resumeImports(): Promise<void> {
      for (const id of await adapters.imports.listAtWork())
        adapters.later(() => workOnImport(adapters, id))
    },
  }
}

export type ImportsServices = ReturnType<typeof createImportsServices>
