import * as Y from 'yjs'
import { type BlockReference, findReferences, placeBlocks } from '../../document/block-order'
import { asMap, blocksOf, textOrEmpty } from '../../document/shape'
import {
  type BlockNumber,
  type NumberedBlock,
  numberBlocks,
} from '../../domain/strategy/number-blocks'
import { BLOCK_KINDS } from '../../domain/strategy/strategy'

export interface BlockOutline {
  readonly numbers: ReadonlyMap<string, BlockNumber>
  /** Blocks that stand in the text, in reading order. */
  readonly placed: readonly NumberedBlock[]
  /** Priorities that stand in the text, in reading order. */
  readonly priorityIds: readonly string[]
  /** How many objectives of the text stand under each priority. */
  readonly objectiveCounts: ReadonlyMap<string, number>
}

interface OutlineStore {
  readonly subscribe: (notify: () => void) => () => void
  readonly read: () => BlockOutline
}

const stores = new WeakMap<Y.Doc, OutlineStore>()

/** One for all cards of a document: numbers depend on the whole text, and typing must not renumber it. */
export function outlineStoreOf(doc: Y.Doc): OutlineStore {
  const known = stores.get(doc)
  if (known) return known
  const store = createOutlineStore(doc)
  stores.set(doc, store)
  return store
}

function createOutlineStore(doc: Y.Doc): OutlineStore {
  const listeners = new Set<() => void>()
  const references = new WeakMap<object, readonly BlockReference[]>()
  let signature = ''
  let outline: BlockOutline | null = null
  let isStale = true

  function find(body: Y.XmlElement): readonly BlockReference[] {
    const found = references.get(body) ?? findReferences(body)
    references.set(body, found)
    return found
  }

  function read(): BlockOutline {
    if (outline && !isStale) return outline
    const blocks = listNumberedBlocks(doc, find)
    const next = JSON.stringify(blocks)
    if (!outline || next !== signature) outline = describe(blocks)
    signature = next
    isStale = false
    return outline
  }

  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!changesStructure(transaction)) return
    // A new line in one chapter must not look through all of them.
    for (const type of transaction.changedParentTypes.keys()) references.delete(type)
    isStale = true
    if (listeners.size === 0) return
    const before = outline
    if (read() !== before) for (const notify of listeners) notify()
  })
  return {
    subscribe(notify) {
      listeners.add(notify)
      return () => void listeners.delete(notify)
    },
    read,
  }
}

/** Letters typed into a text change no order; elements and map keys may. */
function changesStructure(transaction: Y.Transaction): boolean {
  return [...transaction.changed.keys()].some((type) => !(type instanceof Y.Text))
}

function listNumberedBlocks(
  doc: Y.Doc,
  find: (body: Y.XmlElement) => readonly BlockReference[],
): NumberedBlock[] {
  const blocks: NumberedBlock[] = []
  const placed = new Set<string>()
  for (const { blockId, chapterId } of placeBlocks(doc, find)) {
    const block = readNumbered(doc, blockId, chapterId)
    if (block) blocks.push(block)
    placed.add(blockId)
  }
  const orphans = [...blocksOf(doc).keys()].filter((id) => !placed.has(id)).sort()
  for (const id of orphans) {
    const block = readNumbered(doc, id, null)
    if (block) blocks.push(block)
  }
  return blocks
}

function readNumbered(doc: Y.Doc, id: string, chapterId: string | null): NumberedBlock | null {
  const map = asMap(blocksOf(doc).get(id))
  const kind = BLOCK_KINDS.find((known) => known === map?.get('kind'))
  return map && kind
    ? { id, kind, parentId: textOrEmpty(map.get('parentId')) || null, chapterId }
    : null
}

function describe(blocks: readonly NumberedBlock[]): BlockOutline {
  const placed = blocks.filter((block) => block.chapterId !== null)
  const objectiveCounts = new Map<string, number>()
  for (const { kind, parentId } of placed) {
    if (kind !== 'objective' || parentId === null) continue
    objectiveCounts.set(parentId, (objectiveCounts.get(parentId) ?? 0) + 1)
  }
  return {
    numbers: numberBlocks(blocks),
    placed,
    priorityIds: placed.filter((block) => block.kind === 'priority').map((block) => block.id),
    objectiveCounts,
  }
}
