import type { Actor } from '../../../app/domain/access/actor'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { StrategyReader } from '../strategies/strategies-adapters'
import { type ReadWordFile, readWordFile } from './read-word-file'

export interface ImportingServices {
  /** A Word document as HTML, for the person's own page to read as a paste. Nothing is stored. */
  readWordFile(actor: Actor, strategyId: string, bytes: Uint8Array): Promise<Outcome<ReadWordFile>>
}

export interface ImportingAdapters {
  readonly strategies: Pick<StrategyReader, 'findStrategy'>
  readonly wordReader: { read(bytes: Uint8Array): Promise<Outcome<ReadWordFile>> }
}

export function createImportingServices(adapters: ImportingAdapters): ImportingServices {
  return {
    readWordFile: (actor, strategyId, bytes) =>
      readWordFile(adapters, actor, { strategyId, bytes }),
  }
}
