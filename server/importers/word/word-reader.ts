import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { createThread } from '../../threads/thread'
import type { ReadWord } from './read-word'

export interface WordReader {
  read(bytes: Uint8Array): Promise<Outcome<ReadWord>>
  close(): Promise<void>
}

interface WordReaderOptions {
  /** After so many milliseconds the thread is ended and the request refused. */
  readonly timeout?: number
}

const MAX_WAITING = 5
const UNREADABLE =
  'This is not a Word document that can be read. Save it as .docx in Word and try again.'
const BUSY = 'Many documents are being read just now. Try again in a minute.'
const TOO_LONG = 'The document took too long to read. Import it in parts, or copy and paste them.'

/** Word documents are read one after another in a thread of their own, so that the server keeps answering meanwhile. */
export function createWordReader({ timeout = 60_000 }: WordReaderOptions = {}): WordReader {
  const thread = createThread<Uint8Array, ReadWord | null>(
    new URL('./start-word-worker.mjs', import.meta.url),
  )
  let waiting = 0

  async function ask(bytes: Uint8Array): Promise<Outcome<ReadWord>> {
    const answer = thread.ask(bytes)
    const timer = setTimeout(() => void thread.close(), timeout)
    try {
      const read = await answer
      return read ? done(read) : refuse('invalid', UNREADABLE)
    } catch (error) {
      // A document that the library cannot read ends in its error, one that takes for ever in the thread's end.
      return error instanceof Error && error.message === 'closing'
        ? refuse('unavailable', TOO_LONG)
        : refuse('invalid', UNREADABLE)
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async read(bytes) {
      if (waiting >= MAX_WAITING) return refuse('too_many', BUSY)
      waiting += 1
      try {
        return await ask(bytes)
      } finally {
        waiting -= 1
      }
    },
    close: () => thread.close(),
  }
}
