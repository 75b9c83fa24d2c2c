import { createHistoryThread } from './history/history-thread'
import { Recent } from './history/recent'
import { createVersionKeeper } from './history/version-keeper'
import type { Log } from './http/log'
import type { LiveDocuments } from './open-live-documents'
import type { Database } from './persistence/database'
import { createHistoryStore } from './persistence/versions'
import type { HistoryAdapters } from './services/history/history-adapters'
import type { ComparisonMemory } from './services/history/compare-versions'
import type { ComparedTexts } from './history/compare-texts'

export type History = Pick<
  HistoryAdapters,
  'history' | 'versions' | 'historyThread' | 'updates' | 'writer'
> & {
  readonly memory: ComparisonMemory
  /** Keeps versions from now on. */
  start(): void
  close(): Promise<void>
}

/** Ten minutes: as long as people look at one comparison and its neighbours. */
const REMEMBERED = { most: 30, ms: 10 * 60_000 }

/** Everything around versions: where they are kept, the thread they are made and compared in, the clock that makes them. */
export function openHistory(
  db: Database,
  { live, log, now }: { live: Pick<LiveDocuments, 'reader' | 'write'>; log: Log; now: () => Date },
): History {
  const history = createHistoryStore(db)
  const historyThread = createHistoryThread()
  const updates = live.reader
  const keeper = createVersionKeeper({
    store: history,
    documents: updates,
    thread: historyThread,
    now,
    logger: log,
  })
  return {
    history,
    historyThread,
    updates,
    versions: keeper,
    writer: { write: live.write },
    memory: new Recent<ComparedTexts>(REMEMBERED, () => now().getTime()),
    start: () => keeper.start(),
    async close() {
      await keeper.close()
      await historyThread.close()
    },
  }
}
