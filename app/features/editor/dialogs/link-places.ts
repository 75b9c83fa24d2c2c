import type * as Y from 'yjs'
import { readChapterOutline } from '../../../document/chapter-outline'
import { readBlock } from '../../../document/read-block'
import { blocksOf, chapterBodyOf, chapterTitleOf, orderChapterIds } from '../../../document/shape'
import { BLOCK_KIND_LABELS } from '../../../domain/vocabularies/block-kinds'
import type { PickItem } from '../../../ui/search-items'

/** Headings and blocks of the whole strategy, as addresses a link can have. */
export function listLinkPlaces(doc: Y.Doc): PickItem[] {
  return orderChapterIds(doc).flatMap((chapterId) => {
    const body = chapterBodyOf(doc, chapterId)
    const group = chapterTitleOf(doc, chapterId)?.toString() || 'Not named yet'
    if (!body) return []
    return readChapterOutline(body).map((entry): PickItem => {
      if (entry.type === 'heading')
        return { id: `#heading-${entry.nodeId}`, label: entry.text, detail: 'Heading', group }
      const block = readBlock(entry.blockId, blocksOf(doc).get(entry.blockId))
      const detail = block ? BLOCK_KIND_LABELS[block.kind] : 'Block'
      return { id: `#block-${entry.blockId}`, label: block?.title || detail, detail, group }
    })
  })
}
