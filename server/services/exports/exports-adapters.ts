import type { Exporters } from '../../exporters/exporters'
import type { AgreementStore } from '../agreement/agreement-store'
import type { EditionSources } from '../agreement/build-edition-content'
import type { DocumentReader } from '../documents'
import type { StrategyReader } from '../strategies/strategies-adapters'

export interface ExportsAdapters {
  readonly agreement: EditionSources & Pick<AgreementStore, 'findEdition' | 'findPublished'>
  readonly documents: DocumentReader
  readonly strategies: Pick<StrategyReader, 'listStrategiesOf'>
  readonly exporters: Exporters
  /** The pictures of a text; those that are not there are left out. */
  readonly files: { readBytes(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> }
  readonly now: () => Date
}

/** A file for somebody to keep. */
export interface ExportedFile {
  readonly bytes: Uint8Array
  readonly contentType: string
  /** `Content-Disposition` that saves it under a safe name. */
  readonly disposition: string
}
