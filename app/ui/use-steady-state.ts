import { useCallback, useRef, useState } from 'react'

/**
 * State that is set again and again with what it is already. React keeps each such setting until the component is drawn
 * anew, which then may be never: in a long meeting that was megabytes.
 */
export function useSteadyState<Value>(
  initial: Value | (() => Value),
  isSame: (a: Value, b: Value) => boolean = Object.is,
): [Value, (next: Value) => void] {
  const [value, setValue] = useState(initial)
  const last = useRef(value)
  const set = useCallback(
    (next: Value) => {
      if (isSame(last.current, next)) return
      last.current = next
      setValue(() => next)
    },
    [isSame],
  )
  return [value, set]
}

/** For what is plain data. */
export function isSameData(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
