import { type Outcome, refuse } from '../../../app/domain/outcome/outcome'
import { createThread } from '../../threads/thread'
import type { ReadTable, TableSource } from './read-table'

export interface TableReader {
  read(source: TableSource): Promise<Outcome<ReadTable>>
  close(): Promise<void>
}

interface TableReaderOptions {
  /** After so many milliseconds the thread is ended and the request refused. */
  readonly timeout?: number
}

const MAX_WAITING = 5
const BUSY = 'Many tables are being read just now. Try again in a minute.'
const TOO_LONG = 'The table took too long to read. Import it in parts.'

/** Tables are read one after another in a thread of their own, so that nobody's typing waits for them (SPEC.md TB9). */
export function createTableReader({ timeout = 60_000 }: TableReaderOptions = {}): TableReader {
  const thread = createThread<TableSource, Outcome<ReadTable>>(
    new URL('./start-table-worker.mjs', import.meta.url),
  )
  let waiting = 0

  async function ask(source: TableSource): Promise<Outcome<ReadTable>> {
    const answer = thread.ask(source)
    const timer = setTimeout(() => void thread.close(), timeout)
    try {
      return await answer
    } catch {
      // Whatever ended the thread, the file was too much for it.
      return refuse('unavailable', TOO_LONG)
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async read(source) {
      if (waiting >= MAX_WAITING) return refuse('too_many', BUSY)
      waiting += 1
      try {
        return await ask(source)
      } finally {
        waiting -= 1
      }
    },
    close: () => thread.close(),
  }
}
