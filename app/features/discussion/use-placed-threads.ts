import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { placeThreads } from '../../document/place-threads'
import type { PlacedThread } from '../../domain/discussion/group-threads'
import type { Thread } from '../../domain/discussion/thread'

const SETTLE_MS = 500

/** Where threads stand in the page's own copy, found again when typing pauses: nothing is done per keystroke. */
export function usePlacedThreads(doc: Y.Doc, threads: readonly Thread[]): readonly PlacedThread[] {
  const [placed, setPlaced] = useState<readonly PlacedThread[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const place = () => setPlaced(placeThreads(doc, threads))
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(place, SETTLE_MS)
    }
    place()
    doc.on('update', later)
    return () => {
      clearTimeout(timer)
      doc.off('update', later)
    }
  }, [doc, threads])
  return placed
}
