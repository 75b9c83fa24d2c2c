import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { blockOf, blocksOf, textOrEmpty } from '../../document/shape'
import { type BlockOutline, outlineStoreOf } from './outline-store'

/** Numbers of blocks and the priorities objectives may stand under, as the text is now. */
export function useOutline(doc: Y.Doc): BlockOutline {
  const store = outlineStoreOf(doc)
  return useSyncExternalStore(store.subscribe, store.read, store.read)
}

/** What other blocks are called: `Objective 2.3: Fewer falls`, or null for one that does not stand in the text. */
export function useNameBlock(doc: Y.Doc): (blockId: string) => string | null {
  const { numbers, placed } = useOutline(doc)
  return useCallback(
    (blockId: string) => {
      if (!placed.some(({ id }) => id === blockId)) return null
      const title = textOrEmpty(blockOf(doc, blockId)?.get('title')?.toString())
      return [numbers.get(blockId)?.label, title].filter(Boolean).join(': ')
    },
    [doc, numbers, placed],
  )
}

/** Titles of some blocks, kept up to date while others type them. */
export function useTitles(doc: Y.Doc, ids: readonly string[]): readonly string[] {
  const subscribe = useCallback(
    (notify: () => void) => {
      blocksOf(doc).observeDeep(notify)
      return () => blocksOf(doc).unobserveDeep(notify)
    },
    [doc],
  )
  // One string is equal to itself; a new array would never be.
  const read = () =>
    ids.map((id) => textOrEmpty(blockOf(doc, id)?.get('title')?.toString())).join('\n')
  const joined = useSyncExternalStore(subscribe, read, read)
  return ids.length === 0 ? [] : joined.split('\n')
}
