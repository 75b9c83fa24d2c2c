import type { Log } from './log'

interface SweepParts {
  readonly sessions: { deleteEnded(before: Date): Promise<void> }
  readonly now: () => Date
  readonly log: Log
}

const HOUR_MS = 60 * 60 * 1000

/** Forgets ended sessions and links, now and every hour. Answers how to stop. */
export function sweepSessions({ sessions, now, log }: SweepParts): () => Promise<void> {
  function sweep(): void {
    sessions
      .deleteEnded(now())
      .catch((error: unknown) => log.warn({ err: error }, 'ended sessions could not be swept'))
  }
  sweep()
  const timer = setInterval(sweep, HOUR_MS)
  return async () => clearInterval(timer)
}
