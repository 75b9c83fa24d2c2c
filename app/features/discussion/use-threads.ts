import type { Thread } from '../../domain/discussion/thread'
import { useFetched } from '../../ui/use-fetched'
import { threadsAddress } from './send-comment'

export interface LoadedThreads {
  readonly threads: readonly Thread[]
  readonly state: 'loading' | 'loaded' | 'failed'
  /** Call when something was sent, or when the server says `threads` have changed. */
  readonly reload: () => void
}

const NONE: readonly Thread[] = []
const READING = { first: NONE, read: (body: unknown) => (body as { threads: Thread[] }).threads }

/** The threads of a strategy, kept while newer ones are fetched; a failed fetch keeps the last ones. */
export function useThreads(strategyId: string): LoadedThreads {
  const { value, state, reload } = useFetched<readonly Thread[]>(
    threadsAddress(strategyId),
    READING,
  )
  return { threads: value, state, reload }
}
