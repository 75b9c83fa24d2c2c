import { useCallback, useEffect, useRef, useState } from 'react'
import type { Thread } from '../../domain/discussion/thread'
import { threadsAddress } from './send-comment'

export interface LoadedThreads {
  readonly threads: readonly Thread[]
  readonly state: 'loading' | 'loaded' | 'failed'
  /** Call when something was sent, or when the server says `threads` have changed. */
  readonly reload: () => void
}

/** The threads of a strategy, kept while newer ones are fetched; a failed fetch keeps the last ones. */
export function useThreads(strategyId: string): LoadedThreads {
  const [loaded, setLoaded] = useState<Omit<LoadedThreads, 'reload'>>({
    threads: [],
    state: 'loading',
  })
  const turn = useRef(0)
  const reload = useCallback(() => {
    const mine = (turn.current += 1)
    void fetchThreads(strategyId).then((threads) => {
      // A later request may have been answered first.
      if (turn.current !== mine) return
      setLoaded((last) => (threads ? { threads, state: 'loaded' } : { ...last, state: 'failed' }))
    })
  }, [strategyId])
  useEffect(() => {
    reload()
    return () => void (turn.current += 1)
  }, [reload])
  return { ...loaded, reload }
}

async function fetchThreads(strategyId: string): Promise<readonly Thread[] | null> {
  try {
    const response = await fetch(threadsAddress(strategyId), {
      headers: { Accept: 'application/json' },
    })
    if (!response.ok || response.redirected) return null
    const body = (await response.json()) as { threads: Thread[] }
    return body.threads
  } catch {
    // Offline, or the server is restarting: the page says that the list may be old.
    return null
  }
}
