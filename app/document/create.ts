import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import {
  type Block,
  type Chapter,
  SCHEMA_VERSION,
  type StrategyContent,
} from '../domain/strategy/strategy'
import { listAtoms } from '../domain/strategy/list-atoms'
import { blockOrderKey, createBlockMap } from './block-map'
import { createProse } from './create-prose'
import { insertNote } from './edit-notes'
import { blocksOf, chaptersOf, metaOf } from './shape'

/**
 * A new document holding this content, byte for byte what the editor's binding would have written:
 * opening it in an editor changes nothing. `clientId` fixes the author of the first transaction,
 * so that the same content makes the same bytes.
 */
export function createDocument(
  content: StrategyContent,
  options: { clientId?: number } = {},
): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  if (options.clientId !== undefined) doc.clientID = options.clientId
  const kinds = new Map(content.blocks.map((block) => [block.id, block.kind]))
  doc.transact(() => {
    metaOf(doc).set('schemaVersion', SCHEMA_VERSION)
    const ranks = generateNKeysBetween(null, null, content.chapters.length)
    content.chapters.forEach((chapter, index) => {
      chaptersOf(doc).set(chapter.id, createChapterMap(chapter, ranks[index] ?? 'a0', kinds))
    })
    const blockRanks = rankBlocks(content.blocks)
    for (const atom of listAtoms(content.chapters)) {
      if (atom.kind === 'footnote') insertNote(doc, atom, null)
    }
    for (const block of content.blocks) {
      blocksOf(doc).set(block.id, createBlockMap(block, blockRanks.get(block.id) ?? 'a0'))
    }
  })
  return doc
}

export function createChapterMap(
  chapter: Chapter,
  rank: string,
  kinds: ReadonlyMap<string, string>,
): Y.Map<unknown> {
  const body = new Y.XmlElement()
  const nodes = createProse(chapter.nodes, kinds)
  if (nodes.length > 0) body.insert(0, nodes)
  return new Y.Map<unknown>([
    ['title', new Y.Text(chapter.title)],
    ['rank', rank],
    ['body', body],
  ])
}

/** Ranks count within one parent, in the order given. */
function rankBlocks(blocks: readonly Block[]): Map<string, string> {
  const siblings = new Map<string, string[]>()
  for (const block of blocks) {
    const key = blockOrderKey(block.kind, block.parentId)
    siblings.set(key, [...(siblings.get(key) ?? []), block.id])
  }
  const ranks = new Map<string, string>()
  for (const ids of siblings.values()) {
    const keys = generateNKeysBetween(null, null, ids.length)
    ids.forEach((id, index) => ranks.set(id, keys[index] ?? 'a0'))
  }
  return ranks
}
