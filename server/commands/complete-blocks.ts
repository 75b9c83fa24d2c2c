import * as Y from 'yjs'
import { completeBlocks, hasIncompleteBlocks } from '../../app/document/edit-fields'
import { countOf } from '../../app/domain/numbers/format-number'
import { createDocumentReader } from '../collaboration/document-reader'
import { createBlockStore } from '../persistence/blocks'
import type { Database } from '../persistence/database'
import { createUpdateLog } from '../persistence/update-log'

/** Gives blocks written by an earlier Northing the shared types of newer fields, in the program's own name. */
export async function completeDocuments(db: Database): Promise<readonly string[]> {
  const log = createUpdateLog(db)
  const reader = createDocumentReader(log)
  const lines: string[] = []
  for (const { strategyId, documentId } of await createBlockStore(db).listProjectable()) {
    const { doc } = await reader.read(documentId)
    if (!hasIncompleteBlocks(doc)) continue
    const before = Y.encodeStateVector(doc)
    const count = completeBlocks(doc, null)
    const bytes = Y.encodeStateAsUpdate(doc, before)
    await log.claimClients([{ documentId, clientId: doc.clientID, personId: null }])
    const outcome = await log.append([{ documentId, updates: [{ bytes, personId: null }] }])
    const state = outcome.get(documentId)?.state
    doc.destroy()
    lines.push(
      state === 'committed'
        ? `${strategyId}: ${countOf(count, 'block')} completed`
        : `${strategyId}: nothing was written, the document is ${state ?? 'unknown'}`,
    )
  }
  return lines.length > 0 ? lines : ['Every block has all the fields of its kind.']
}
