import { useEffect } from 'react'
import { useSteadyState } from '../../../ui/use-steady-state'
import type { LiveDocument } from './live-document'

const LOOK_EVERY_MS = 1_000
const TOO_LONG_MS = 5_000

/** Something arrived that rests on what has not: for a moment that is usual, for long it means that text is missing here. */
export function usePendingTooLong(live: LiveDocument | null): boolean {
  const [isTooLong, setTooLong] = useSteadyState(false)
  useEffect(() => {
    if (!live) return undefined
    let since: number | null = null
    const look = setInterval(() => {
      const { pendingStructs, pendingDs } = live.doc.store
      const isPending = pendingStructs !== null || pendingDs !== null
      since = isPending ? (since ?? Date.now()) : null
      setTooLong(since !== null && Date.now() - since > TOO_LONG_MS)
    }, LOOK_EVERY_MS)
    return () => clearInterval(look)
  }, [live, setTooLong])
  return isTooLong
}
