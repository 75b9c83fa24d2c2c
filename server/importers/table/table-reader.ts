import { type Outcome, refuse } from '../../../app/domain/outcome/outcome'
import { createThread } from '../../threads/thread'
import type { TableReading } from '../../services/imports/tables'
import type { TableAnswer, TableQuestion } from './answer-table'

export interface TableReader extends TableReading {
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
  const thread = createThread<TableQuestion, Outcome<TableAnswer>>(
    new URL('./start-table-worker.mjs', import.meta.url),
  )
  let waiting = 0

  async function ask(question: TableQuestion): Promise<Outcome<TableAnswer>> {
    const answer = thread.ask(question)
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

  /** The thread answers each task with what that task is answered with. */
  async function queue<Answer extends TableAnswer>(
    question: TableQuestion,
  ): Promise<Outcome<Answer>> {
    if (waiting >= MAX_WAITING) return refuse('too_many', BUSY)
    waiting += 1
    try {
      return (await ask(question)) as Outcome<Answer>
    } finally {
      waiting -= 1
    }
  }

  return {
    readHead: (source) => queue({ ...source, task: 'head' }),
    readRow: (source, line) => queue({ ...source, line, task: 'row' }),
    readIndicators: (source, ids) => queue({ ...source, ids, task: 'indicators' }),
    plan: (question) => queue({ ...question, task: 'plan' }),
    close: () => thread.close(),
  }
}
