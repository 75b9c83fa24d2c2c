import * as Y from 'yjs'
import type { Outcome } from '../../app/domain/outcome/outcome'
import type { ObjectiveBlock, ProseNode } from '../../app/domain/strategy/strategy'
import type { AskedChange } from '../../app/domain/suggestions/parse-suggestion'
import type { SuggestedChange } from '../../app/domain/suggestions/suggestion'
import { createDocument } from '../../app/document/create'
import { readStrategy } from '../../app/document/read'
import { chapterBodyOf } from '../../app/document/shape'
import { applyChange } from '../../app/document/suggestions/apply-change'
import { type MadeChange, makeChange } from '../../app/document/suggestions/make-change'
import { anchorWordsIn, flatOf } from './anchor-words'

export const SENTENCE = 'We will cut waiting lists by half before 2030 across the county'

export const paragraph = (text: string): ProseNode => ({ type: 'paragraph', content: [{ text }] })

function objective(id: string, fields: Partial<ObjectiveBlock> = {}): ObjectiveBlock {
  return {
    id,
    kind: 'objective',
    title: `Title of ${id}`,
    statement: '',
    parentId: null,
    chapterId: 'a',
    leadId: null,
    level: null,
    targetDate: null,
    hwbPriorityIds: [],
    needIds: [],
    metricLinks: [],
    ...fields,
  }
}

/** Two chapters with three cards. */
export function openDraft(
  nodes: readonly ProseNode[] = [paragraph('Intro text.'), paragraph(SENTENCE), paragraph('Other')],
): Y.Doc {
  const blocks = [objective('one'), objective('two'), objective('three')]
  const cards = blocks.map(({ id: blockId }): ProseNode => ({ type: 'block', blockId }))
  return createDocument({
    schemaVersion: 1,
    chapters: [
      { id: 'a', title: 'Aims', nodes: [...nodes, ...cards] },
      { id: 'b', title: 'Enablers', nodes: [paragraph('Money and people.')] },
    ],
    blocks,
  })
}

export const anchorOf = (doc: Y.Doc, quote: string) => anchorWordsIn(doc, { chapterId: 'a', quote })

function made(outcome: Outcome<MadeChange>): MadeChange {
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  // As it comes back from the database.
  return JSON.parse(JSON.stringify(outcome.value)) as MadeChange
}

export const context = { newId: () => 'new-block', nameOf: () => null }
export const make = (doc: Y.Doc, asked: AskedChange): MadeChange => made(makeChange(doc, asked, context))
export const words = (doc: Y.Doc, quote: string, insert: string) =>
  make(doc, { type: 'text', chapterId: 'a', anchor: anchorOf(doc, quote), insert }).change

export const textOf = (doc: Y.Doc, chapterId = 'a') => flatOf(doc, chapterId).string

export function inverseOf(doc: Y.Doc, change: SuggestedChange): SuggestedChange {
  const applied = applyChange(doc, change)
  if (!applied.isApplied || !applied.inverse) throw new Error('not applied, or for good')
  return JSON.parse(JSON.stringify(applied.inverse)) as SuggestedChange
}

export const nodesOf = (doc: Y.Doc, chapterId = 'a') =>
  readStrategy(doc).chapters.find(({ id }) => id === chapterId)?.nodes ?? []
export const textAt = (doc: Y.Doc, index: number) =>
  (chapterBodyOf(doc, 'a')!.get(index) as Y.XmlElement).get(0) as Y.XmlText

