import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildContent } from '../../test/build/build-content'
import { createDocument } from './create'
import { readStrategy } from './read'
import { blockOf, blocksOf } from './shape'

describe('createDocument', () => {
  it('[DO1] reads back as the content it was made from', () => {
    expect(readStrategy(createDocument(buildContent()))).toEqual(buildContent())
  })

  it('[DO3] makes the same bytes from the same content and client', () => {
    const bytes = () => Y.encodeStateAsUpdate(createDocument(buildContent(), { clientId: 1 }))
    expect(bytes()).toEqual(bytes())
  })

  it('[DO4] gives an objective all its nested types', () => {
    const block = blockOf(createDocument(buildContent()), 'objective-1')
    for (const key of ['title', 'statement']) expect(block?.get(key)).toBeInstanceOf(Y.Text)
    for (const key of ['hwbPriorities', 'needs', 'metrics'])
      expect(block?.get(key)).toBeInstanceOf(Y.Map)
  })

  it('joins neighbours of one format, as the editor would', () => {
    const doc = createDocument(
      buildContent({
        blocks: [],
        chapters: [
          {
            id: 'a',
            title: 'A',
            nodes: [
              { type: 'paragraph', content: [{ text: 'One ' }, { text: '' }, { text: 'two' }] },
            ],
          },
        ],
      }),
    )
    expect(readStrategy(doc).chapters[0]?.nodes).toEqual([
      { type: 'paragraph', content: [{ text: 'One two' }] },
    ])
  })

  it('keeps an id such as __proto__ as an ordinary id', () => {
    const doc = createDocument(
      buildContent({ chapters: [{ id: '__proto__', title: 'Odd', nodes: [] }], blocks: [] }),
    )
    expect(readStrategy(doc).chapters.map((chapter) => chapter.id)).toEqual(['__proto__'])
    expect(blocksOf(doc).size).toBe(0)
  })
})
