import * as Y from 'yjs'
import type { DocumentReader } from '../services/documents'
import type { UpdateLog } from './update-log'

/** Reads committed documents from the log, whether a room is open or not. */
export function createDocumentReader(log: Pick<UpdateLog, 'load'>): DocumentReader {
  return {
    async read(documentId) {
      const stored = await log.load(documentId)
      if (!stored) throw new Error(`there is no document ${documentId}`)
      const doc = new Y.Doc({ gc: true })
      doc.transact(() => {
        for (const part of stored.snapshot?.parts ?? []) Y.applyUpdate(doc, part)
        for (const { bytes } of stored.tail) Y.applyUpdate(doc, bytes)
      })
      return { doc, seq: stored.tail.at(-1)?.seq ?? stored.snapshot?.seq ?? 0n }
    },
  }
}
