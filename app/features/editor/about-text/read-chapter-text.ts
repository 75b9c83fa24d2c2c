import type * as Y from 'yjs'
import { findReferences } from '../../../document/block-order'
import { flattenText } from '../../../document/flat-text'
import { asText, blockOf, chapterBodyOf } from '../../../document/shape'

/** A chapter's words, with what its blocks say. Reads everything: only when nobody waits for it. */
export function readChapterText(doc: Y.Doc, chapterId: string): string {
  const body = chapterBodyOf(doc, chapterId)
  if (!body) return ''
  const blocks = findReferences(body).map(({ blockId }) => {
    const block = blockOf(doc, blockId)
    return ['title', 'statement'].map((key) => asText(block?.get(key))?.toString() ?? '').join('\n')
  })
  return [flattenText(body).string, ...blocks].join('\n')
}
