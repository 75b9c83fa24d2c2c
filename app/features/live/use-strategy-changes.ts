import { useEffect, useRef } from 'react'
import type { Change } from './strategy-changes'

/**
 * Calls back when somebody else, or the server, changed something of this strategy. Nothing is sent by this page.
 * The page can be read and used before the code that listens is there.
 */
export function useStrategyChanges(strategyId: string, onChange: (what: Change) => void): void {
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    let isLeft = false
    let stop = () => {}
    void import('./listen-to-strategy')
      .then(({ listenToStrategy }) => {
        if (!isLeft) stop = listenToStrategy(strategyId, (what) => latest.current(what))
      })
      // Without it the page shows what it showed when it was opened.
      .catch(() => undefined)
    return () => {
      isLeft = true
      stop()
    }
  }, [strategyId])
}
