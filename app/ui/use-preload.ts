import { useEffect } from 'react'
import { whenIdle } from './when-idle'

/** Fetches what opens later once the page is quiet. What cannot be fetched now is asked for again when it is opened. */
export function usePreload(load: () => Promise<unknown>): void {
  useEffect(() => whenIdle(() => void load().catch(() => undefined)), [load])
}
