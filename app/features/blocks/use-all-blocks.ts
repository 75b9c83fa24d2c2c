import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { readBlock } from '../../document/read-block'
import { blocksOf } from '../../document/shape'
import type { Block } from '../../domain/strategy/strategy'
import { outlineStoreOf } from './outline-store'

interface AllBlocksStore {
  readonly subscribe: (notify: () => void) => () => void
  readonly read: () => readonly Block[]
}

const stores = new WeakMap<Y.Doc, AllBlocksStore>()

/** Every block that stands in the text, in reading order, as it is now. */
export function useAllBlocks(doc: Y.Doc): readonly Block[] {
  const store = allBlocksStoreOf(doc)
  return useSyncExternalStore(store.subscribe, store.read, store.read)
}

export function allBlocksStoreOf(doc: Y.Doc): AllBlocksStore {
  const known = stores.get(doc)
  if (known) return known
  const store = createAllBlocksStore(doc)
  stores.set(doc, store)
  return store
}

/** A letter typed into one block reads that block again and no other; the others stay the same objects. */
function createAllBlocksStore(doc: Y.Doc): AllBlocksStore {
  const outline = outlineStoreOf(doc)
  const read = new Map<string, Block | null>()
  let list: readonly Block[] | null = null
  let readers = 0

  function readOne(id: string, chapterId: string | null): Block | null {
    const known = read.get(id)
    if (known !== undefined && known?.chapterId === chapterId) return known
    const block = readBlock(id, blocksOf(doc).get(id))
    const placed = block && { ...block, chapterId }
    read.set(id, placed)
    return placed
  }

  function readAll(): readonly Block[] {
    return outline
      .read()
      .placed.map(({ id, chapterId }) => readOne(id, chapterId))
      .filter((block) => block !== null)
  }

  return {
    subscribe(notify) {
      const forget = () => {
        list = null
        notify()
      }
      const receive = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
        for (const { path, changes } of events) {
          if (path.length > 0) read.delete(String(path[0]))
          else for (const id of changes.keys.keys()) read.delete(id)
        }
        forget()
      }
      // It may have changed while nobody was looking.
      if (readers === 0) read.clear()
      list = null
      readers += 1
      const stop = outline.subscribe(forget)
      blocksOf(doc).observeDeep(receive)
      return () => {
        readers -= 1
        stop()
        blocksOf(doc).unobserveDeep(receive)
      }
    },
    read() {
      if (readers === 0) {
        // Nobody is told of changes, so each reading is a new one, handed out again while it says the same.
        read.clear()
        const fresh = readAll()
        if (!list || JSON.stringify(list) !== JSON.stringify(fresh)) list = fresh
        return list
      }
      list ??= readAll()
      return list
    },
  }
}
