import { describe, expect, it } from 'vitest'
import { buildContent } from '../../../test/build/build-content'
import { createDocument } from '../../document/create'
import { insertBlock, insertBlockRef, setBlockText } from '../../document/edit'
import { setBlockValue } from '../../document/edit-fields'
import { chapterBodyOf } from '../../document/shape'
import { allBlocksStoreOf } from './use-all-blocks'

function watch() {
  const doc = createDocument(buildContent())
  const store = allBlocksStoreOf(doc)
  const seen = { changes: 0 }
  const stop = store.subscribe(() => (seen.changes += 1))
  const ids = () => store.read().map(({ id }) => id)
  return { doc, store, seen, stop, ids }
}

describe('all blocks of a document', () => {
  it('are those in the text, in reading order', () => {
    const { doc, ids } = watch()
    expect(ids()).toEqual(['vision-1', 'objective-1'])
    insertBlock(doc, { id: 'loose', kind: 'enabler' }, null)
    expect(ids()).toEqual(['vision-1', 'objective-1'])
    insertBlockRef(doc, { chapterId: 'foreword', blockId: 'loose', index: 0 }, null)
    expect(ids()).toEqual(['loose', 'vision-1', 'objective-1'])
    chapterBodyOf(doc, 'foreword')?.delete(0, 1)
    expect(ids()).toEqual(['vision-1', 'objective-1'])
  })

  it('stay the same objects while another one changes', () => {
    const { doc, store, seen } = watch()
    const [vision, objective] = store.read()
    setBlockText(doc, { blockId: 'vision-1', field: 'title', text: 'Where we go' }, null)
    setBlockValue(doc, { blockId: 'vision-1', key: 'origin', value: 'system' }, null)
    expect(seen.changes).toBe(2)
    const [changed, same] = store.read()
    expect(changed).toMatchObject({ title: 'Where we go', fields: { origin: 'system' } })
    expect(changed).not.toBe(vision)
    expect(same).toBe(objective)
    expect(store.read()).toBe(store.read())
  })

  it('are up to date when read with nobody watching', () => {
    const { doc, store, stop } = watch()
    stop()
    setBlockText(doc, { blockId: 'vision-1', field: 'title', text: 'Where we go' }, null)
    expect(store.read()[0]?.title).toBe('Where we go')
    expect(store.read()).toBe(store.read())
  })
})
