import type { LiveNotices } from '../services/documents'
import type { BlockReader } from './block-reader'
import type { BlockStore } from './block-store'
import { LastProjections } from './last-projections'

export interface ProjectorAdapters {
  readonly reader: Pick<BlockReader, 'read'>
  readonly blocks: BlockStore
  readonly notices: LiveNotices
  readonly logger: { error(fields: object, message: string): void }
}

export interface Projector {
  /** The document has new edits: its blocks become rows when it has been quiet for 1 s, at the latest after 5 s. */
  touch(document: { readonly strategyId: string; readonly documentId: string }): void
  /** Projects what is due without waiting. */
  flush(): Promise<void>
  /** Flushes, then ignores what comes. */
  close(): Promise<void>
}

const QUIET_MS = 1_000
const LATEST_MS = 5_000
const REST_FACTOR = 19
const LONGEST_REST_MS = 2_000

interface Due {
  readonly strategyId: string
  readonly documentId: string
  readonly latestAt: number
  timer: NodeJS.Timeout
}

export function createProjector(adapters: ProjectorAdapters): Projector {
  const due = new Map<string, Due>()
  /** One after another: projections of one document must not overtake each other. */
  let running: Promise<void> = Promise.resolve()
  const last = new LastProjections()
  let isClosed = false

  /** Takes a twentieth of a processor at most, so that a full house is not slowed by its rows. */
  async function projectAtEase(entry: Due): Promise<void> {
    const began = performance.now()
    await project(adapters, last, entry)
    if (!isClosed && due.size > 0) await rest(REST_FACTOR * (performance.now() - began))
  }

  function start(documentId: string): void {
    const entry = due.get(documentId)
    if (!entry) return
    due.delete(documentId)
    clearTimeout(entry.timer)
    running = running.then(() => projectAtEase(entry))
  }

  function wait(documentId: string, ms: number): NodeJS.Timeout {
    return setTimeout(() => start(documentId), ms).unref()
  }

  async function flush(): Promise<void> {
    for (const documentId of due.keys()) start(documentId)
    await running
  }

  return {
    touch({ strategyId, documentId }) {
      if (isClosed) return
      const now = performance.now()
      const entry = due.get(documentId)
      if (!entry) {
        due.set(documentId, {
          strategyId,
          documentId,
          latestAt: now + LATEST_MS,
          timer: wait(documentId, QUIET_MS),
        })
        return
      }
      clearTimeout(entry.timer)
      entry.timer = wait(documentId, Math.max(0, Math.min(QUIET_MS, entry.latestAt - now)))
    },
    flush,
    async close() {
      isClosed = true
      await flush()
    },
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, Math.min(ms, LONGEST_REST_MS))
  })
}

async function project(
  { reader, blocks, notices, logger }: ProjectorAdapters,
  last: LastProjections,
  document: Due,
) {
  const { strategyId } = document
  try {
    const now = await reader.read(document.documentId)
    if (await last.isStill({ blocks, strategyId }, now)) return
    const written = await blocks.replaceBlocks(strategyId, now.blocks, now.seq)
    last.note(strategyId, now)
    if (written > 0) notices.changed(strategyId, 'blocks')
  } catch (error) {
    // The next edit, or `northing rebuild-projection`, does it again.
    logger.error({ err: error, strategyId }, 'the blocks could not be projected')
  }
}

/** Makes the rows of one strategy equal to its document; answers how many blocks were written or removed. */
export async function projectDocument(
  { reader, blocks }: Pick<ProjectorAdapters, 'reader' | 'blocks'>,
  { strategyId, documentId }: { readonly strategyId: string; readonly documentId: string },
): Promise<number> {
  const now = await reader.read(documentId)
  return blocks.replaceBlocks(strategyId, now.blocks, now.seq)
}
