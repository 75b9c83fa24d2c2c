import type { Thread } from '../../domain/discussion/thread'
import { useFetched } from '../../ui/use-fetched'
import type { DiscussionPeople } from './discussion-people'
import { threadsAddress } from './send-comment'

export interface LoadedThreads {
  readonly threads: readonly Thread[]
  /** Whom a comment may mention, and who may be asked to see to a thread. */
  readonly people: Omit<DiscussionPeople, 'personId'>
  readonly state: 'loading' | 'loaded' | 'failed'
  /** Call when something was sent, or when the server says `threads` have changed. */
  readonly reload: () => void
}

type Loaded = Pick<LoadedThreads, 'threads' | 'people'>

const NONE: Loaded = { threads: [], people: { mentionables: [], assignees: [] } }
const READING = { first: NONE, read: (body: unknown) => body as Loaded }

/** The threads of a strategy, kept while newer ones are fetched; a failed fetch keeps the last ones. */
export function useThreads(strategyId: string): LoadedThreads {
  const { value, state, reload } = useFetched<Loaded>(threadsAddress(strategyId), READING)
  return { ...value, state, reload }
}
