import { useCallback, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { readBlock } from '../../document/read-block'
import { blocksOf } from '../../document/shape'
import type { Block } from '../../domain/strategy/strategy'

/** One block as it is now; null when the document has none, or none this version knows. */
export function useBlock(doc: Y.Doc, blockId: string): Block | null {
  const last = useRef<{ doc: Y.Doc; blockId: string; block: Block | null } | null>(null)
  const subscribe = useCallback(
    (notify: () => void) => {
      const receive = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
        if (!events.some((event) => concerns(event, blockId))) return
        last.current = null
        notify()
      }
      const blocks = blocksOf(doc)
      // It may have changed between drawing and now.
      last.current = null
      blocks.observeDeep(receive)
      return () => blocks.unobserveDeep(receive)
    },
    [doc, blockId],
  )
  const read = useCallback(() => {
    const known = last.current
    if (known && known.doc === doc && known.blockId === blockId) return known.block
    const block = readBlock(blockId, blocksOf(doc).get(blockId))
    last.current = { doc, blockId, block }
    return block
  }, [doc, blockId])
  return useSyncExternalStore(subscribe, read, read)
}

function concerns(event: Y.YEvent<Y.AbstractType<unknown>>, blockId: string): boolean {
  return event.path.length === 0 ? event.changes.keys.has(blockId) : event.path[0] === blockId
}
