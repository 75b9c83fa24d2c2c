import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../document/create'
import { addChapter } from '../../document/edit-chapters'
import { insertBlock, insertBlockRef, setBlockField, setBlockText } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import { chapterBodyOf } from '../../document/shape'
import type { ProseNode } from '../../domain/strategy/strategy'
import { outlineStoreOf } from './outline-store'

function buildDocument(): Y.Doc {
  const ids = ['vision-1', 'priority-1', 'objective-1', 'priority-2'] as const
  const nodes: ProseNode[] = ids.map((blockId) => ({ type: 'block', blockId }))
  const base = { title: '', statement: '', parentId: null, chapterId: 'chapter-1' }
  const links = {
    leadId: null,
    level: null,
    targetDate: null,
    hwbPriorityIds: [],
    needIds: [],
    metricLinks: [],
  }
  return createDocument({
    schemaVersion: 1,
    chapters: [{ id: 'chapter-1', title: 'Priorities', nodes }],
    blocks: [
      { ...base, id: 'vision-1', kind: 'vision' },
      { ...base, id: 'priority-1', kind: 'priority' },
      { ...base, id: 'objective-1', kind: 'objective', ...links, parentId: 'priority-1' },
      { ...base, id: 'priority-2', kind: 'priority' },
    ],
  })
}

function watch(doc: Y.Doc) {
  const store = outlineStoreOf(doc)
  const seen = { changes: 0 }
  const stop = store.subscribe(() => (seen.changes += 1))
  return { store, seen, stop, labelOf: (id: string) => store.read().numbers.get(id)?.label }
}

describe('the outline of a document', () => {
  it('numbers its blocks and lists its priorities', () => {
    const { store, labelOf } = watch(buildDocument())
    expect([labelOf('vision-1'), labelOf('objective-1'), labelOf('priority-2')]).toEqual([
      'Vision',
      'Objective 1.1',
      'Priority 2',
    ])
    expect(store.read().priorityIds).toEqual(['priority-1', 'priority-2'])
    expect(store.read().objectiveCounts.get('priority-1')).toBe(1)
  })

  it('is one for all cards of a document', () => {
    const doc = buildDocument()
    expect(outlineStoreOf(doc)).toBe(outlineStoreOf(doc))
    expect(outlineStoreOf(doc)).not.toBe(outlineStoreOf(buildDocument()))
  })

  it('does not change while people type', () => {
    const doc = buildDocument()
    const { store, seen } = watch(doc)
    const before = store.read()
    setBlockText(doc, { blockId: 'priority-1', field: 'title', text: 'Crisis' }, FORM_ORIGIN)
    chapterBodyOf(doc, 'chapter-1')?.insert(0, [new Y.XmlElement('paragraph')])
    expect(seen.changes).toBe(0)
    expect(store.read()).toBe(before)
  })

  it('looks through the chapter that got a new line, and no other', () => {
    const doc = buildDocument()
    addChapter(doc, { id: 'chapter-2', title: 'Workforce', afterId: 'chapter-1' }, FORM_ORIGIN)
    const { store } = watch(doc)
    store.read()
    const [changed, other] = ['chapter-1', 'chapter-2'].map((id) => {
      const body = chapterBodyOf(doc, id)
      if (!body) throw new Error('The chapter is missing')
      return vi.spyOn(body, 'toArray')
    })
    chapterBodyOf(doc, 'chapter-1')?.insert(0, [new Y.XmlElement('paragraph')])
    expect(changed).toHaveBeenCalled()
    expect(other).not.toHaveBeenCalled()
  })

  it('follows an objective to another priority, and new and removed blocks', () => {
    const doc = buildDocument()
    const { seen, labelOf } = watch(doc)
    setBlockField(
      doc,
      { blockId: 'objective-1', field: 'parentId', value: 'priority-2' },
      FORM_ORIGIN,
    )
    expect(labelOf('objective-1')).toBe('Objective 2.1')
    insertBlock(doc, { id: 'priority-0', kind: 'priority' }, FORM_ORIGIN)
    insertBlockRef(doc, { chapterId: 'chapter-1', blockId: 'priority-0', index: 0 }, FORM_ORIGIN)
    expect([labelOf('priority-0'), labelOf('objective-1')]).toEqual(['Priority 1', 'Objective 3.1'])
    chapterBodyOf(doc, 'chapter-1')?.delete(0, 1)
    expect([labelOf('priority-0'), labelOf('objective-1')]).toEqual(['Priority', 'Objective 2.1'])
    expect(seen.changes).toBe(4)
  })

  it('is up to date when read with nobody watching', () => {
    const doc = buildDocument()
    const { store, stop, labelOf } = watch(doc)
    stop()
    setBlockField(doc, { blockId: 'objective-1', field: 'parentId', value: null }, FORM_ORIGIN)
    expect(labelOf('objective-1')).toBe('Objective A')
    expect(store.read()).toBe(store.read())
  })
})
