import * as Y from 'yjs'
import {
  dropOtherReferences,
  findFormerPlace,
  type FormerPlace,
  keepChapterKeys,
  putBackBlock,
  putBackChapter,
  putBackReference,
} from '../../app/document/put-back'
import { readStrategy } from '../../app/document/read'
import { type Parts, revertTo } from '../../app/document/revert-to'
import { compareStrategies } from '../../app/domain/diff/compare-strategies'
import { isUnchanged } from '../../app/domain/diff/comparison'
import { listAtoms } from '../../app/domain/strategy/list-atoms'
import type { Block, Chapter, StrategyContent } from '../../app/domain/strategy/strategy'
import { compareContents, type ComparedTexts } from './compare-texts'
import { openDocument, unpack } from './open-document'

export type RestoreScope =
  | { readonly type: 'everything' }
  | { readonly type: 'chapter'; readonly chapterId: string }
  | { readonly type: 'block'; readonly blockId: string }

export interface RestoreSources {
  /** The version's document, compressed. */
  readonly state: Uint8Array
  /** The document as it is now. */
  readonly updates: readonly Uint8Array[]
  readonly scope: RestoreScope
}

export interface MadeRestore {
  /** What to append to the log. */
  readonly update: Uint8Array
  /** From the text as it is now to the text as it will be. */
  readonly compared: ComparedTexts
  /** The chapter or block as it will be called; empty for everything. */
  readonly title: string
}

/** The edit that brings a version back, or part of it; null when the version has no such part. */
export function makeRestore({ state, updates, scope }: RestoreSources): MadeRestore | null {
  const current = openDocument(updates)
  const doc = openDocument([unpack(state)])
  try {
    const wanted = readStrategy(doc)
    const before = readStrategy(current)
    const title = restore({ doc, current, wanted }, scope)
    if (title === null) return null
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(current))
    return { update, compared: compareContents(before, readStrategy(doc)), title }
  } finally {
    doc.destroy()
    current.destroy()
  }
}

interface Restoring {
  /** The version; it becomes the restored document. */
  readonly doc: Y.Doc
  readonly current: Y.Doc
  readonly wanted: StrategyContent
}

function restore(restoring: Restoring, scope: RestoreScope): string | null {
  const { chapters, blocks } = restoring.wanted
  if (scope.type === 'everything') return restoreEverything(restoring)
  if (scope.type === 'chapter') {
    const chapter = chapters.find(({ id }) => id === scope.chapterId)
    return chapter ? restoreChapter(restoring, chapter) : null
  }
  const block = blocks.find(({ id, chapterId }) => id === scope.blockId && chapterId !== null)
  const former = block && findFormerPlace(restoring.doc, block.id)
  return block && former ? restoreBlock(restoring, block, former) : null
}

function restoreEverything({ doc, current, wanted }: Restoring): string {
  revertTo(doc, current, 'everything')
  if (!isUnchanged(compareStrategies(wanted, readStrategy(doc))))
    throw new Error('the restored text would not be the text of the version')
  return ''
}

function restoreChapter({ doc, current, wanted }: Restoring, chapter: Chapter): string {
  const blocks = wanted.blocks.filter(({ chapterId }) => chapterId === chapter.id)
  const blockIds = blocks.map(({ id }) => id)
  revertTo(doc, current, {
    chapterIds: [chapter.id],
    blockIds,
    noteIds: listAtoms([chapter]).flatMap((atom) => (atom.kind === 'footnote' ? [atom.id] : [])),
  })
  doc.transact(() => {
    putBackChapter(doc, chapter, wanted)
    keepChapterKeys(doc, chapter.id, current)
    for (const block of blocks) putBackBlock(doc, block)
    dropOtherReferences(doc, chapter.id, new Set(blockIds))
  })
  return chapter.title
}

function restoreBlock({ doc, current }: Restoring, block: Block, former: FormerPlace): string {
  const parts: Parts = { chapterIds: [], blockIds: [block.id], noteIds: [] }
  revertTo(doc, current, parts)
  doc.transact(() => {
    putBackBlock(doc, block)
    putBackReference(doc, block, former)
  })
  return block.title
}
