import type * as Y from 'yjs'
import {
  type Block,
  type Chapter,
  SCHEMA_VERSION,
  type StrategyContent,
} from '../domain/strategy/strategy'
import { type BlockPlace, placeBlocks } from './block-order'
import { cleanLine } from './clean-text'
import { readBlock } from './read-block'
import { readProse } from './read-prose'
import {
  blocksOf,
  chapterBodyOf,
  chapterTitleOf,
  compareText,
  metaOf,
  noteTextOf,
  orderChapterIds,
} from './shape'

export { readBlock } from './read-block'

/** What the document says now. Never throws, whatever a peer has put into it; SPEC.md, rules DO1–DO16. */
export function readStrategy(doc: Y.Doc): StrategyContent {
  const places = placeBlocks(doc)
  const known = readKnownBlocks(doc, places)
  const seen = new Set<string>()
  const noteText = (noteId: string) => cleanLine(noteTextOf(doc, noteId)?.toString() ?? '')
  const chapters: Chapter[] = orderChapterIds(doc).map((id) => {
    const body = chapterBodyOf(doc, id)
    return {
      id,
      title: cleanLine(chapterTitleOf(doc, id)?.toString() ?? ''),
      nodes: body
        ? readProse(body, { isBlock: (blockId) => known.has(blockId), seen, noteText })
        : [],
    }
  })
  return { schemaVersion: readSchemaVersion(doc), chapters, blocks: [...known.values()] }
}

/** Blocks with a place, in reading order; then those without, by id. */
function readKnownBlocks(doc: Y.Doc, places: readonly BlockPlace[]): Map<string, Block> {
  const chapterOfBlock = new Map(places.map((place) => [place.blockId, place.chapterId]))
  const orphans = [...blocksOf(doc).keys()]
    .filter((id) => !chapterOfBlock.has(id))
    .sort(compareText)
  const known = new Map<string, Block>()
  for (const id of [...chapterOfBlock.keys(), ...orphans]) {
    const block = readBlock(id, blocksOf(doc).get(id))
    if (block) known.set(id, { ...block, chapterId: chapterOfBlock.get(id) ?? null })
  }
  return known
}

function readSchemaVersion(doc: Y.Doc): number {
  const version = metaOf(doc).get('schemaVersion')
  return typeof version === 'number' && Number.isInteger(version) ? version : SCHEMA_VERSION
}
