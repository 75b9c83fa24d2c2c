import { takeCopies } from '../threads/take-copies'
import { createThread } from '../threads/thread'
import type { Logger } from './logger'
import type { MadeSnapshot, SnapshotSources } from './make-snapshot'
import type { Snapshot } from './update-log'

export interface SnapshotMaker {
  make(sources: SnapshotSources, logger: Logger): Promise<Snapshot>
  /** Starts the thread, which takes a second, before anybody waits for it. */
  warm(): void
  close(): Promise<void>
}

/** Makes snapshots in a thread of their own: decoding a large document stops no socket. */
export function createSnapshotMaker(): SnapshotMaker {
  const thread = createThread<SnapshotSources, MadeSnapshot>(
    new URL('./start-snapshot-worker.mjs', import.meta.url),
  )
  return {
    async make({ seq, updates }, logger) {
      const own = takeCopies(updates)
      const { snapshot, unsplit } = await thread.ask({ seq, updates: own.copies }, [own.memory])
      if (unsplit) logger.warn({ err: unsplit }, 'a large document stays in one part')
      return snapshot
    },
    warm: () => thread.warm(),
    close: () => thread.close(),
  }
}
