import * as Y from 'yjs'
import { applyUpdates } from '../../app/document/apply-updates'
import type { UpdatesReader } from '../collaboration/document-reader'
import { takeCopies } from '../threads/take-copies'
import { createThread } from '../threads/thread'
import type { ProjectedBlock } from './block-store'
import { projectBlocks } from './project-blocks'

/** Reads a document's blocks as of its last committed update. */
export interface BlockReader {
  read(documentId: string): Promise<BlocksAtSequence>
  close(): Promise<void>
}

export interface BlocksAtSequence {
  readonly blocks: readonly ProjectedBlock[]
  readonly seq: bigint
}

/** Where nothing else waits: the operator's commands. */
export function readBlocksHere(reader: UpdatesReader): BlockReader {
  return {
    async read(documentId) {
      const { updates, seq } = await reader.readUpdates(documentId)
      return { blocks: blocksIn(updates), seq }
    },
    close: async () => undefined,
  }
}

/** Decoding a document of 5 MB takes a third of a second, in which no socket would be answered: so a thread does it. */
export function readBlocksInThread(reader: UpdatesReader): BlockReader {
  const thread = createThread<readonly Uint8Array[], readonly ProjectedBlock[]>(
    new URL('./start-projection-worker.mjs', import.meta.url),
  )
  thread.warm()
  return {
    async read(documentId) {
      const { updates, seq } = await reader.readUpdates(documentId)
      const { copies, memory } = takeCopies(updates)
      return { blocks: await thread.ask(copies, [memory]), seq }
    },
    close: () => thread.close(),
  }
}

export function blocksIn(updates: readonly Uint8Array[]): ProjectedBlock[] {
  const doc = new Y.Doc({ gc: true })
  applyUpdates(doc, updates)
  const blocks = projectBlocks(doc)
  doc.destroy()
  return blocks
}
