import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND, mayDo } from '../../../app/domain/access/rights'
import { type Outcome, refuse } from '../../../app/domain/outcome/outcome'
import type { ImportingAdapters } from './importing-services'

export const MAX_WORD_BYTES = 20 * 1024 * 1024

export interface ReadWordFile {
  readonly html: string
  readonly comments: number
  readonly deletions: number
}

interface Question {
  readonly strategyId: string
  readonly bytes: Uint8Array
}

/** For those who may edit the strategy; what comes of it is theirs to look at first. */
export async function readWordFile(
  { strategies, wordReader }: ImportingAdapters,
  actor: Actor,
  { strategyId, bytes }: Question,
): Promise<Outcome<ReadWordFile>> {
  const row = await strategies.findStrategy(strategyId)
  if (!row) return refuse('not_found', NOT_FOUND)
  const may = mayDo(actor, 'edit', row)
  if (!may.ok) return may
  if (bytes.length === 0) return refuse('invalid', 'The file is empty.')
  if (bytes.length > MAX_WORD_BYTES) return refuse('invalid', 'The document is larger than 20 MB.')
  return wordReader.read(bytes)
}
