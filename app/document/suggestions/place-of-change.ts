import type * as Y from 'yjs'
import type { AmendedPlace } from '../../domain/amendments/collisions'
import type { SuggestedChange, WordsChange } from '../../domain/suggestions/suggestion'
import { blockOf } from '../shape'
import { isSameValue, readField } from './block-fields'
import { findBlockPlace } from './block-places'
import { findWords } from './find-words'

/** Where a change would be made now; null when it could not be (amendments AM13). */
export function placeOfChange(doc: Y.Doc, change: SuggestedChange): AmendedPlace | null {
  if ('anchor' in change) return placeOfWords(doc, change)
  switch (change.type) {
    case 'field': {
      const now = readField(doc, change)
      if (now === undefined || !isSameValue(now, change.before)) return null
      return { kind: 'field', blockId: change.blockId, key: change.key }
    }
    case 'new_block':
      return { kind: 'block', blockId: change.blockId, isRemoval: false }
    default: {
      const isThere = blockOf(doc, change.blockId) !== null && findBlockPlace(doc, change.blockId)
      const isRemoval = change.type === 'remove_block'
      return isThere ? { kind: 'block', blockId: change.blockId, isRemoval } : null
    }
  }
}

function placeOfWords(doc: Y.Doc, change: WordsChange): AmendedPlace | null {
  const found = findWords(doc, change)
  if (!found) return null
  const { chapterId, flat, start, end } = found
  if (change.type !== 'new_paragraph')
    return { kind: 'words', chapterId, start, end, isRemoval: change.type === 'remove_paragraph' }
  // It would stand between two lines: it touches no word.
  const lineEnd = flat.string.indexOf('\n', end)
  const at = lineEnd < 0 ? flat.string.length : lineEnd
  return { kind: 'words', chapterId, start: at, end: at, isRemoval: false }
}
