import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../document/create'
import { readStrategy } from '../../document/read'
import { chapterBodyOf } from '../../document/shape'
import { buildClient } from '../../../test/convergence/build-client'
import { ChapterReading } from './chapter-reading'

describe('F16 and S26 a part this version does not know', () => {
  it('[CO91] is told in its place, with its words, and the rest stays as it is', () => {
    const doc = openWithUnknown()
    const client = buildClient(doc)
    const before = Y.encodeStateAsUpdate(doc)
    expect(client.connection).toBeNull()
    expect(client.troubles).toEqual([{ type: 'unsupported', what: 'call-out' }])
    expect(render(doc)).toBe(
      '<div class="prose"><p>Before</p>' +
        '<p class="prose-unknown">This part needs a newer version of Northing. Reload the page.</p>' +
        '<p>Its words</p><p>After</p></div>',
    )
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[CO91] is told when it arrives while somebody writes, and nothing is written over it', () => {
    const doc = open()
    const client = buildClient(doc)
    const newer = new Y.Doc()
    Y.applyUpdate(newer, Y.encodeStateAsUpdate(doc))
    addUnknown(newer)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(newer), 'remote')
    expect(client.troubles).toEqual([{ type: 'unsupported', what: 'call-out' }])
    expect(client.connection?.isWriting()).toBe(false)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(newer))
    expect(render(doc)).toContain('This part needs a newer version of Northing.')
  })
})

function open(): Y.Doc {
  const nodes = ['Before', 'After'].map((text) => ({
    type: 'paragraph' as const,
    content: [{ text }],
  }))
  const chapter = { id: 'chapter', title: 'Chapter', nodes }
  return createDocument({ schemaVersion: 1, chapters: [chapter], blocks: [] })
}

function openWithUnknown(): Y.Doc {
  const doc = open()
  addUnknown(doc)
  return doc
}

function addUnknown(doc: Y.Doc): void {
  doc.transact(() => {
    const node = new Y.XmlElement('call-out')
    chapterBodyOf(doc, 'chapter')?.insert(1, [node])
    node.insert(0, [new Y.XmlText('Its words')])
  })
}

function render(doc: Y.Doc): string {
  const nodes = readStrategy(doc).chapters[0]?.nodes ?? []
  return renderToStaticMarkup(<ChapterReading nodes={nodes} renderBlock={() => null} />)
}
