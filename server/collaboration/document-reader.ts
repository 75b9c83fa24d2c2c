import * as Y from 'yjs'
import { applyUpdates } from '../../app/document/apply-updates'
import type { DocumentReader } from '../services/documents'
import type { UpdateLog } from './update-log'

export interface UpdatesReader {
  /** A document as updates that follow on one another, not decoded, and the sequence it stands at. */
  readUpdates(documentId: string): Promise<UpdatesAtSequence>
}

export interface UpdatesAtSequence {
  readonly updates: readonly Uint8Array[]
  readonly seq: bigint
}

/** Reads committed documents from the log, whether a room is open or not. */
export function createDocumentReader(log: Pick<UpdateLog, 'load'>): DocumentReader & UpdatesReader {
  async function readUpdates(documentId: string): Promise<UpdatesAtSequence> {
    const stored = await log.load(documentId)
    if (!stored) throw new Error(`there is no document ${documentId}`)
    return {
      updates: [...(stored.snapshot?.parts ?? []), ...stored.tail.map(({ bytes }) => bytes)],
      seq: stored.tail.at(-1)?.seq ?? stored.snapshot?.seq ?? 0n,
    }
  }
  return {
    readUpdates,
    async read(documentId) {
      const { updates, seq } = await readUpdates(documentId)
      const doc = new Y.Doc({ gc: true })
      applyUpdates(doc, updates)
      return { doc, seq }
    },
  }
}
