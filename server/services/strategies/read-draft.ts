import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND, mayDo } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { StrategyContent } from '../../../app/domain/strategy/strategy'
import { readStrategy } from '../../../app/document/read'
import type { DocumentReader } from '../documents'
import type { StrategiesAdapters } from './strategies-adapters'

export interface ReadDraftAdapters extends Pick<StrategiesAdapters, 'strategies'> {
  readonly documents: DocumentReader
}

/** The working text as committed: what a page shows before it is connected, and when it cannot connect. */
export async function readDraft(
  { strategies, documents }: ReadDraftAdapters,
  actor: Actor,
  strategyId: string,
): Promise<Outcome<StrategyContent>> {
  const row = await strategies.findStrategy(strategyId)
  if (!row) return refuse('not_found', NOT_FOUND)
  const may = mayDo(actor, 'read', row)
  if (!may.ok) return may
  const { doc } = await documents.read(row.documentId)
  try {
    return done(readStrategy(doc))
  } finally {
    doc.destroy()
  }
}
