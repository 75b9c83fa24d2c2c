import type * as Y from 'yjs'
import type {
  BlockChange,
  FieldChange,
  FormatChange,
  MoveBlockChange,
  NewBlockChange,
  SuggestedChange,
  TextChange,
} from '../../domain/suggestions/suggestion'
import { insertBlock } from '../edit'
import { flattenText } from '../flat-text'
import { blockOf } from '../shape'
import { anchorWords } from './anchor-words'
import { type Applied, STALE } from './applied'
import { applyNewParagraph, applyRemoveParagraph } from './apply-paragraph'
import { isSameValue, readField, writeField } from './block-fields'
import { findBlockPlace, isPlaceThere, isSamePlace, putIn, takeOut } from './block-places'
import { type FoundWords, findWords, listPlaces } from './find-words'
import { formatWords, readFormat, replaceWords } from './write-words'

/**
 * Makes a suggested change in one transaction, on the words, the value or the place it was made for; where those have
 * changed nothing is done (suggestions SU12, SU13). Works on any copy of the document, without an editor.
 */
export function applyChange(doc: Y.Doc, change: SuggestedChange): Applied {
  let applied: Applied = STALE
  doc.transact(() => (applied = apply(doc, change)))
  return applied
}

function apply(doc: Y.Doc, change: SuggestedChange): Applied {
  switch (change.type) {
    case 'text':
      return applyText(doc, change)
    case 'format':
      return applyFormat(doc, change)
    case 'new_paragraph':
      return applyNewParagraph(doc, change)
    case 'remove_paragraph':
      return applyRemoveParagraph(doc, change)
    default:
      return applyToBlock(doc, change)
  }
}

function applyText(doc: Y.Doc, change: TextChange): Applied {
  const found = findWords(doc, change)
  if (!found || standsAlready(found, change)) return STALE
  replaceWords(found, change.insert)
  return {
    isApplied: true,
    inverse: takeBackText(doc, { ...found, insert: change.insert, quote: change.anchor.quote }),
  }
}

/** Words that come before or after those that stay leave these as they were: done twice, they would stand there twice. */
function standsAlready({ flat, start }: FoundWords, { insert, anchor }: TextChange): boolean {
  const before = insert.indexOf(anchor.quote)
  const from = start - before
  return before >= 0 && from >= 0 && flat.string.slice(from, from + insert.length) === insert
}

interface Replaced {
  readonly chapterId: string
  readonly body: Y.XmlElement
  readonly start: number
  readonly insert: string
  readonly quote: string
}

function takeBackText(
  doc: Y.Doc,
  { chapterId, body, start, insert, quote }: Replaced,
): TextChange | null {
  const now = { flat: flattenText(body), start, end: start + insert.length }
  const words = now.flat.string.slice(start, now.end) === insert ? anchorWords(now, quote) : null
  if (!words) return null
  return {
    type: 'text',
    chapterId,
    ...words,
    isOnlyPlace: listPlaces(doc, words.anchor).length === 1,
  }
}

function applyFormat(doc: Y.Doc, change: FormatChange): Applied {
  const found = findWords(doc, change)
  if (!found) return STALE
  const before = readFormat(found, change.format)
  formatWords(found, change)
  return { isApplied: true, inverse: before === 'mixed' ? null : { ...change, isOn: before } }
}

function applyToBlock(doc: Y.Doc, change: BlockChange): Applied {
  switch (change.type) {
    case 'field':
      return applyField(doc, change)
    case 'move_block':
      return applyMove(doc, change)
    case 'new_block':
      return applyNewBlock(doc, change)
    case 'remove_block': {
      const from = findBlockPlace(doc, change.blockId)
      if (!from) return STALE
      takeOut(doc, change.blockId)
      return {
        isApplied: true,
        inverse: { type: 'move_block', blockId: change.blockId, from: null, to: from },
      }
    }
  }
}

function applyField(doc: Y.Doc, change: FieldChange): Applied {
  const now = readField(doc, change)
  if (now === undefined || !isSameValue(now, change.before)) return STALE
  writeField(doc, change, change.after)
  return { isApplied: true, inverse: { ...change, before: change.after, after: change.before } }
}

function applyMove(doc: Y.Doc, { blockId, from, to }: MoveBlockChange): Applied {
  const now = findBlockPlace(doc, blockId)
  const isThere = blockOf(doc, blockId) !== null && isPlaceThere(doc, to)
  if (!isThere || to.afterBlockId === blockId || !isSamePlace(now, from)) return STALE
  takeOut(doc, blockId)
  putIn(doc, blockId, to)
  if (!now) return { isApplied: true, inverse: { type: 'remove_block', blockId } }
  return {
    isApplied: true,
    inverse: { type: 'move_block', blockId, from: findBlockPlace(doc, blockId), to: now },
  }
}

function applyNewBlock(
  doc: Y.Doc,
  { to, blockId: id, kind, title, statement, parentId }: NewBlockChange,
): Applied {
  if (!isPlaceThere(doc, to) || findBlockPlace(doc, id)) return STALE
  // Taken back before, it has kept its entry and what was written in it.
  if (!blockOf(doc, id)) insertBlock(doc, { id, kind, title, statement, parentId }, null)
  putIn(doc, id, to)
  return { isApplied: true, inverse: { type: 'remove_block', blockId: id } }
}
