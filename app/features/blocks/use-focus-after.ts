import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** Moves the focus to the first match below `root` once what was just changed has been drawn. */
export function useFocusAfter(root: RefObject<HTMLElement>): (selector: string) => void {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const selector = wanted.current
    wanted.current = null
    root.current?.querySelector<HTMLElement>(selector)?.focus()
  })
  return useCallback((selector: string) => {
    wanted.current = selector
  }, [])
}
