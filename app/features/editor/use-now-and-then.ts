import { useEffect, useReducer } from 'react'
import { whenIdle } from '../../ui/when-idle'

const EVERY_MS = 60_000

/**
 * Draws what stands below anew once a minute. Lexical's placeholder and its menu set their state to what it is already
 * with every change of the text, and React keeps each of those until then.
 */
export function useNowAndThen(): void {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  useEffect(() => {
    const timer = setInterval(() => whenIdle(redraw), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
}
