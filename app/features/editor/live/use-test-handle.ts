import { useEffect } from 'react'
import type { LiveDocument } from './live-document'

declare global {
  interface Window {
    /** Only on demonstration sites: what journeys look at. */
    __northing?: Pick<LiveDocument, 'doc' | 'provider' | 'undoManager'>
  }
}

/** Lets tests compare documents rather than pixels; nothing outside of demonstrations. */
export function useTestHandle(live: LiveDocument | null, isDemo: boolean): void {
  useEffect(() => {
    if (!live || !isDemo) return undefined
    window.__northing = { doc: live.doc, provider: live.provider, undoManager: live.undoManager }
    return () => {
      delete window.__northing
    }
  }, [live, isDemo])
}
