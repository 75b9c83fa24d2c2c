import * as Y from 'yjs'
import { type NameOf, tellField } from '../../domain/diff/show-fields'
import { type Outcome, done, refuse } from '../../domain/outcome/outcome'
import type { Block } from '../../domain/strategy/strategy'
import type { AskedChange } from '../../domain/suggestions/parse-suggestion'
import type {
  SuggestedChange,
  SuggestedPlace,
  WordsChange,
} from '../../domain/suggestions/suggestion'
import { rereadAnchor } from '../anchor'
import { readBlock } from '../read-block'
import { blocksOf, chapterBodyOf, chapterTitleOf } from '../shape'
import { applyChange } from './apply-change'
import { isWholeLine } from './apply-paragraph'
import { checkFieldValue, isSameValue, readField } from './block-fields'
import { findBlockPlace, isPlaceThere, isSamePlace } from './block-places'
import { findWords, listPlaces } from './find-words'
import { readFormat } from './write-words'

/** A change as it is kept: with what the text says now, and both sides in words. */
export interface MadeChange {
  readonly change: SuggestedChange
  readonly chapterId: string | null
  readonly before: string
  readonly after: string
}

export interface MakingContext {
  readonly newId: () => string
  readonly nameOf: NameOf
}

const GONE =
  'The part of the text your suggestion is about is no longer in the document. Nothing was saved; what you wrote is still here.'
const CHANGED =
  'The words have changed since you chose them. Nothing was saved; what you wrote is still here: choose the words again.'
const SAME = 'This is what the text says already. Nothing was saved; what you wrote is still here.'

/** Reads from the document what a page asks to change (suggestions SU8, SU11); refuses what could not be accepted even now. */
export function makeChange(
  doc: Y.Doc,
  asked: AskedChange,
  context: MakingContext,
): Outcome<MadeChange> {
  const made = 'anchor' in asked ? makeWords(doc, asked) : makeBlock(doc, asked, context)
  if (!made.ok) return made
  const trial = new Y.Doc()
  try {
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc))
    return applyChange(trial, made.value.change).isApplied ? made : refuse('conflict', GONE)
  } finally {
    trial.destroy()
  }
}

type AskedWords = Extract<AskedChange, { anchor: unknown }>
type AskedBlock = Exclude<AskedChange, AskedWords>

function makeWords(doc: Y.Doc, asked: AskedWords): Outcome<MadeChange> {
  const anchor = rereadAnchor(doc, asked.chapterId, asked.anchor)
  if (!anchor) return refuse('conflict', GONE)
  if (anchor.quote !== asked.anchor.quote) return refuse('conflict', CHANGED)
  const isOnlyPlace = listPlaces(doc, anchor).length === 1
  const change = { ...asked, anchor, isOnlyPlace }
  const refusal = checkWords(doc, change)
  if (refusal) return refusal
  const before = change.type === 'new_paragraph' ? '' : anchor.quote
  return done({ change, chapterId: asked.chapterId, before, after: readAfter(change) })
}

/** What could not be accepted even now. */
function checkWords(doc: Y.Doc, change: WordsChange): Outcome<never> | null {
  switch (change.type) {
    case 'text':
      return change.insert === change.anchor.quote ? refuse('invalid', SAME) : null
    case 'new_paragraph':
      return null
    case 'remove_paragraph':
      return isWholeLine(doc, change) ? null : refuse('conflict', NOT_A_LINE)
    case 'format': {
      const found = findWords(doc, change)
      return found && readFormat(found, change.format) !== change.isOn
        ? null
        : refuse('invalid', SAME)
    }
  }
}

function readAfter(change: WordsChange): string {
  if ('insert' in change) return change.insert
  return change.type === 'format' ? change.anchor.quote : ''
}

const NOT_A_LINE =
  'Only a whole paragraph of words, up to 2,000 characters, can be suggested to go. Nothing was saved: choose all of its words, or suggest other words for a part of it.'

function makeBlock(
  doc: Y.Doc,
  asked: AskedBlock,
  { newId, nameOf }: MakingContext,
): Outcome<MadeChange> {
  if (asked.type === 'new_block') return makeNewBlock(doc, asked, newId())
  const block = readBlock(asked.blockId, blocksOf(doc).get(asked.blockId))
  const from = block && findBlockPlace(doc, block.id)
  if (!block || !from) return refuse('conflict', GONE)
  switch (asked.type) {
    case 'field':
      return makeField(doc, { block, from, asked }, nameOf)
    case 'move_block':
      return makeMove(doc, { block, from, asked })
    case 'remove_block': {
      const change = { type: 'remove_block', blockId: block.id } as const
      return done({ change, chapterId: from.chapterId, before: wordsOf(block), after: '' })
    }
  }
}

interface About<T> {
  readonly block: Block
  readonly from: SuggestedPlace
  readonly asked: T
}

type Asked<T extends AskedChange['type']> = Extract<AskedChange, { type: T }>

function makeField(
  doc: Y.Doc,
  { block, from, asked }: About<Asked<'field'>>,
  nameOf: NameOf,
): Outcome<MadeChange> {
  const { blockId, key } = asked
  const before = readField(doc, { blockId, key })
  const after = checkFieldValue(block, key, asked.after)
  if (before === undefined || after === undefined)
    return refuse(
      'invalid',
      'This field cannot hold that. Nothing was saved; what you wrote is still here.',
    )
  if (isSameValue(before, after)) return refuse('invalid', SAME)
  const tell = (value: typeof before) => tellField(block.kind, { key, value }, nameOf).value
  const change = { type: 'field', blockId, key, before, after } as const
  return done({ change, chapterId: from.chapterId, before: tell(before), after: tell(after) })
}

function makeMove(
  doc: Y.Doc,
  { block, from, asked }: About<Asked<'move_block'>>,
): Outcome<MadeChange> {
  const { to } = asked
  if (!isPlaceThere(doc, to) || to.afterBlockId === block.id) return refuse('conflict', GONE)
  if (isSamePlace(from, to)) return refuse('invalid', SAME)
  const change = { type: 'move_block', blockId: block.id, from, to } as const
  return done({
    change,
    chapterId: from.chapterId,
    before: tellPlace(doc, from),
    after: tellPlace(doc, to),
  })
}

function makeNewBlock(doc: Y.Doc, asked: Asked<'new_block'>, blockId: string): Outcome<MadeChange> {
  const { to, kind, title, statement, parentId } = asked
  if (!chapterBodyOf(doc, to.chapterId) || !isPlaceThere(doc, to)) return refuse('conflict', GONE)
  if (parentId !== null && !blocksOf(doc).has(parentId)) return refuse('conflict', GONE)
  if (title.trim() === '' && statement.trim() === '')
    return refuse('invalid', 'Give the block a title or a statement first. Nothing was saved.')
  const change = { type: 'new_block', blockId, kind, title, statement, parentId, to } as const
  return done({ change, chapterId: to.chapterId, before: '', after: wordsOf({ title, statement }) })
}

function wordsOf({ title, statement }: { title: string; statement: string }): string {
  return [title, statement].filter((part) => part.trim() !== '').join('\n')
}

function tellPlace(doc: Y.Doc, { chapterId, afterBlockId }: SuggestedPlace): string {
  const chapter = chapterTitleOf(doc, chapterId)?.toString() || 'A chapter without a title'
  const before =
    afterBlockId === null ? null : readBlock(afterBlockId, blocksOf(doc).get(afterBlockId))
  return before
    ? `${chapter}, after ${before.title || 'a block without a title'}`
    : `${chapter}, first`
}
