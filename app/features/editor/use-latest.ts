import { type RefObject, useEffect, useRef } from 'react'

/** What a component was last given, for listeners that live longer than one drawing. */
export function useLatest<T>(value: T): RefObject<T> & { readonly current: T } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  return latest
}
