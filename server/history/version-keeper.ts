import type { HistoryStore } from '../services/history/history-store'
import type { HistoryThread } from './history-thread'

export interface KeeperAdapters {
  readonly store: Pick<
    HistoryStore,
    'findLast' | 'insertVersion' | 'countAuthors' | 'listDue' | 'alone'
  >
  readonly documents: UpdatesReader
  readonly thread: Pick<HistoryThread, 'keep'>
  readonly now: () => Date
  readonly logger: { error(fields: object, message: string): void }
}

/** A document as committed, not decoded, and the sequence it stands at. */
export interface UpdatesReader {
  readUpdates(
    documentId: string,
  ): Promise<{ readonly updates: readonly Uint8Array[]; readonly seq: bigint }>
}

export interface VersionKeeper {
  /** Keeps the text as it is now, unless it is kept already; answers its place in the log. */
  keep(documentId: string): Promise<bigint>
  /** Keeps every text that is due. */
  keepDue(): Promise<void>
  start(): void
  close(): Promise<void>
}

const EVERY_MS = 10 * 60_000
const LOOK_MS = 60_000
/** The program has better things to do in its first moments. */
const FIRST_LOOK_MS = 5_000

/** Looks once a minute, in one query, for texts with changes that are ten minutes old; writers notice nothing. */
export function createVersionKeeper(adapters: KeeperAdapters): VersionKeeper {
  const { store, now, logger } = adapters
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let isClosed = false

  const listDue = () => store.listDue(new Date(now().getTime() - EVERY_MS))

  async function keepDue(): Promise<void> {
    const due = await listDue()
    for (const documentId of due) {
      if (isClosed) return
      try {
        await store.alone(documentId, async () => {
          // Another node may have kept it while this one was asking.
          if ((await listDue()).includes(documentId)) await keep(adapters, documentId)
        })
      } catch (error) {
        // One text that cannot be read keeps nobody from the others; it is tried again in a minute.
        logger.error({ err: error, documentId }, 'no version could be kept')
      }
    }
  }

  function lookIn(ms: number): void {
    if (isClosed) return
    timer = setTimeout(() => {
      looking = keepDue()
        .catch((error: unknown) => logger.error({ err: error }, 'versions could not be looked for'))
        .finally(() => lookIn(LOOK_MS))
    }, ms).unref()
  }

  return {
    keep: (documentId) => keep(adapters, documentId),
    keepDue,
    start: () => lookIn(FIRST_LOOK_MS),
    async close() {
      isClosed = true
      clearTimeout(timer)
      await looking
    },
  }
}

async function keep(
  { store, documents, thread, now }: KeeperAdapters,
  documentId: string,
): Promise<bigint> {
  const { updates, seq } = await documents.readUpdates(documentId)
  const last = await store.findLast(documentId)
  if (last && last.seq >= seq) return last.seq
  const made = await thread.keep({ updates, previous: last?.content ?? null })
  const authors = await store.countAuthors(documentId, { after: last?.seq ?? 0n, to: seq })
  await store.insertVersion({ ...made, documentId, seq, authors, at: now() })
  return seq
}
