import { $createHeadingNode } from '@lexical/rich-text'
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildClient, exchangeAll, settle } from '../../../../test/convergence/build-client'
import { buildContent } from '../../../../test/build/build-content'
import { buildProse, buildProseContent } from '../../../../test/build/build-prose'
import { createDocument } from '../../../document/create'
import { readStrategy } from '../../../document/read'
import { blockOf, chapterBodyOf, noteTextOf } from '../../../document/shape'
import { FORM_ORIGIN } from '../../../document/origins'
import { setBlockField } from '../../../document/edit'
import { $createFootnoteNode } from '../nodes/footnote-node'
import { $isImageNode, $setImageWords } from '../nodes/image-node'

function open(...texts: string[]): Y.Doc {
  const nodes = texts.map((text) => ({ type: 'paragraph' as const, content: [{ text }] }))
  return createDocument({
    schemaVersion: 1,
    chapters: [{ id: 'chapter', title: 'Chapter', nodes }],
    blocks: [],
  })
}

function copy(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'remote')
  return other
}

function $child(index: number): LexicalNode {
  const node = $getRoot().getChildAtIndex(index)
  if (!node) throw new Error(`no node ${index}`)
  return node
}

function $type(index: number, text: string, at = 0): void {
  const node = $child(index)
  const first = $isElementNode(node) ? node.getFirstDescendant() : null
  if ($isTextNode(first)) first.select(at, at).insertText(text)
  else if ($isElementNode(node)) node.append($createTextNode(text))
}

describe('connectChapter', () => {
  it('[DO2] writes nothing when a made document is opened', async () => {
    for (const chapter of buildContent().chapters) {
      const doc = createDocument(buildContent())
      const before = Y.encodeStateAsUpdate(doc)
      const client = buildClient(doc, { chapterId: chapter.id })
      client.update(() => undefined)
      await settle()
      client.update(() => $getRoot().selectEnd())
      expect(client.troubles).toEqual([])
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    }
  })

  it('[DO2] writes nothing when tables, notes and pictures are opened, and keeps them when one types', async () => {
    const doc = createDocument(buildProseContent())
    const before = Y.encodeStateAsUpdate(doc)
    const client = buildClient(doc)
    client.update(() => undefined)
    await settle()
    client.update(() => $getRoot().selectEnd())
    expect(client.troubles).toEqual([])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    client.update(() => $type(6, '!'))
    const nodes = buildProse().with(6, { type: 'paragraph', content: [{ text: '!The end.' }] })
    expect(readStrategy(doc).chapters[0]?.nodes).toEqual(nodes)
    expect(buildClient(copy(doc)).readState()).toBe(client.readState())
  })

  it('keeps what another types in a cell while rows move, and the words of a picture', () => {
    const doc = createDocument(buildProseContent())
    const [mover, typist] = [buildClient(doc), buildClient(copy(doc))]
    mover.update(() => {
      const table = $child(3)
      if ($isElementNode(table)) table.getFirstChild()?.insertBefore($lastChild(table))
    })
    mover.update(() => {
      const image = $child(4)
      if ($isImageNode(image)) $setImageWords(image, { alt: 'A tram', caption: '' })
    })
    typist.update(() => {
      const table = $child(3)
      const text = $isElementNode(table) ? table.getFirstDescendant() : null
      if ($isTextNode(text)) text.select(0, 0).insertText('Our ')
    })
    exchangeAll([mover.doc, typist.doc])
    expect(typist.readState()).toBe(mover.readState())
    expect(mover.readText()).toContain('Our Place')
    const image = readStrategy(doc).chapters[0]?.nodes[4]
    expect(image).toMatchObject({ fileId: 'file-1', alt: 'A tram', caption: '' })
    expect([...mover.troubles, ...typist.troubles]).toEqual([])
  })

  it('keeps words once when a footnote goes while somebody types behind it', () => {
    const doc = open('One')
    const first = buildClient(doc)
    first.update(() => {
      const line = $child(0)
      if ($isElementNode(line)) line.append($createFootnoteNode('a'))
    })
    const others = [1, 2, 3].map(() => buildClient(copy(doc)))
    first.update(() => {
      const line = $child(0)
      if ($isElementNode(line)) line.getLastChild()?.remove()
    })
    others[0]?.update(() => {
      const line = $child(0)
      if ($isElementNode(line)) line.append($createTextNode(' two'))
    })
    exchangeAll([first, ...others].map((client) => client.doc))
    for (const client of [first, ...others]) {
      expect(client.readParagraphs()).toEqual(['One two'])
      expect(client.troubles).toEqual([])
    }
    others[1]?.update(() => $type(0, 'Now: '))
    exchangeAll([first, ...others].map((client) => client.doc))
    for (const client of [first, ...others, buildClient(copy(doc))])
      expect(client.readParagraphs()).toEqual(['Now: One two'])
  })

  it('takes a footnote’s words back with the step that made them', () => {
    const doc = createDocument(buildProseContent())
    const client = buildClient(doc)
    client.undoManager.trackedOrigins.add(FORM_ORIGIN)
    doc.transact(() => noteTextOf(doc, 'note-1')?.insert(0, 'New: '), FORM_ORIGIN)
    client.undoManager.undo()
    expect(noteTextOf(doc, 'note-1')?.toString()).toBe('Three-year averages.')
  })

  it('[DO2] writes nothing when an empty chapter is opened, then keeps what is typed', async () => {
    const doc = open()
    const client = buildClient(doc)
    await settle()
    expect(chapterBodyOf(doc, 'chapter')?.length).toBe(0)
    client.update(() => $type(0, 'First words'))
    expect(readStrategy(doc).chapters[0]?.nodes).toEqual([
      { type: 'paragraph', content: [{ text: 'First words' }] },
    ])
  })

  it('[DO1] leaves the rest as it was when one letter is typed', () => {
    const doc = createDocument(buildContent())
    buildClient(doc, { chapterId: 'priorities' }).update(() => $type(1, '!'))
    const [foreword, priorities] = buildContent().chapters
    const nodes = priorities!.nodes.with(1, { type: 'paragraph', content: [{ text: '!Between.' }] })
    expect(readStrategy(doc).chapters).toEqual([foreword, { ...priorities, nodes }])
  })

  it('shows a document that was filled before it was mounted, and keeps it', () => {
    const doc = open('One', 'Two')
    const client = buildClient(doc)
    expect(client.readParagraphs()).toEqual(['One', 'Two'])
    client.update(() => $type(0, '>'))
    expect(buildClient(copy(doc)).readParagraphs()).toEqual(['>One', 'Two'])
  })

  it('shows and keeps everything when a chapter is mounted again', () => {
    const doc = open('One', 'Two')
    const first = buildClient(doc)
    first.connection?.stop()
    first.update(() => $getRoot().clear())
    const second = buildClient(doc)
    second.update(() => $type(1, '>'))
    expect(second.readParagraphs()).toEqual(['One', '>Two'])
  })

  it('refuses a chapter with a node it does not know, and writes nothing', () => {
    const doc = open('One', 'Two')
    chapterBodyOf(doc, 'chapter')?.push([new Y.XmlElement('call-out')])
    const before = Y.encodeStateAsUpdate(doc)
    const client = buildClient(doc)
    client.update(() => $getRoot().append($createParagraphNode().append($createTextNode('typed'))))
    expect(client.troubles).toEqual([{ type: 'unsupported', what: 'call-out' }])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it.each<[string, () => Y.XmlElement | Y.XmlText]>([
    ['an unknown node', () => new Y.XmlElement('call-out')],
    ['text outside a paragraph', () => new Y.XmlText('loose')],
    ['a cell without end', () => buildTable({ __colSpan: '1000000000' })],
    ['a row without a table', () => new Y.XmlElement('tablerow')],
    ['text loose in a cell', () => buildTable({}, new Y.XmlText('loose'))],
    ['a table in a cell', () => buildTable({}, new Y.XmlElement('table'))],
    ['a footnote without a line', () => buildElement('footnote', { s_noteId: 'a' })],
    ['a heading that is a script', () => buildElement('heading', { __tag: 'script' })],
    [
      'an unknown node deep inside',
      () => buildElement('quote', {}, [buildElement('list', {}, [new Y.XmlElement('video')])]),
    ],
  ])('stops before it can write when somebody brings %s', (_name, build) => {
    const doc = open('One', 'Two')
    const client = buildClient(doc)
    const peer = copy(doc)
    chapterBodyOf(peer, 'chapter')?.push([build()])
    exchangeAll([doc, peer])
    const before = Y.encodeStateAsUpdate(doc)
    client.update(() => $getRoot().clear())
    expect(client.troubles).toHaveLength(1)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('stops rather than write when the editor does not show the text', () => {
    const doc = open('One', 'Two')
    const client = buildClient(doc)
    client.connection?.setWriting(false)
    client.update(() => $getRoot().clear())
    client.connection?.setWriting(true)
    const before = Y.encodeStateAsUpdate(doc)
    client.update(() => $getRoot().append($createParagraphNode().append($createTextNode('x'))))
    expect(client.troubles).toMatchObject([{ type: 'failed' }])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('stops when an update throws', () => {
    const doc = open('One')
    const client = buildClient(doc)
    client.update(() => {
      $getRoot().clear()
      throw new Error('broken')
    })
    expect(client.troubles).toMatchObject([{ type: 'failed' }])
    expect(readStrategy(doc).chapters[0]?.nodes).toHaveLength(1)
  })

  it('never writes for somebody who may only read, and shows what others write', () => {
    const doc = open('One', 'Two')
    const reader = buildClient(copy(doc), { writing: false })
    let writes = 0
    reader.doc.on(
      'update',
      (_update: Uint8Array, origin: unknown) => (writes += origin === 'remote' ? 0 : 1),
    )
    const writer = buildClient(doc)
    for (let step = 0; step < 5; step += 1) {
      writer.update(() => $type(step % 2, String(step)))
      writer.update(() => {
        const text = $getRoot().getFirstDescendant()
        if ($isTextNode(text)) text.toggleFormat('bold')
      })
      exchangeAll([writer.doc, reader.doc])
    }
    expect(reader.readParagraphs()).toEqual(writer.readParagraphs())
    expect(writes).toBe(0)
  })

  it('keeps a change of mine apart from one that arrives while a paragraph moves', () => {
    const doc = open('One', 'Two', 'Three', 'Four')
    const [mover, typist] = [buildClient(doc), buildClient(copy(doc))]
    mover.update(() => $child(0).insertBefore($child(3)))
    typist.update(() => {
      $type(1, 'typed ')
      $type(2, 'typed ')
    })
    exchangeAll([mover.doc, typist.doc])
    expect(mover.readParagraphs()).toEqual(['Four', 'One', 'typed Two', 'typed Three'])
    expect(typist.readParagraphs()).toEqual(mover.readParagraphs())
  })

  it('keeps the text of a paragraph that another person deletes around', () => {
    const doc = open('One', 'Two', 'Three', 'Four', 'Five')
    const [remover, typist] = [buildClient(doc), buildClient(copy(doc))]
    remover.update(() => {
      $child(3).remove()
      $child(1).remove()
    })
    typist.update(() => $type(2, 'kept '))
    exchangeAll([remover.doc, typist.doc])
    expect(remover.readParagraphs()).toEqual(['One', 'kept Three', 'Five'])
  })

  it('never shares a style, mine or a peer’s', () => {
    const doc = open('One')
    const client = buildClient(doc)
    client.update(() => {
      const text = $getRoot().getFirstDescendant()
      if ($isTextNode(text)) text.setStyle('position: fixed')
    })
    expect(JSON.stringify(readDelta(doc))).not.toContain('fixed')
    const peer = copy(doc)
    const text = firstText(peer)
    text.format(0, 3, { p: { __style: 'background: url(https://evil.example)' } })
    expect(buildClient(peer).readState()).not.toContain('evil')
  })

  it('undoes prose and fields in one order, and only mine', () => {
    const doc = createDocument(buildContent())
    const mine = buildClient(doc, { chapterId: 'foreword' })
    const other = buildClient(copy(doc), { chapterId: 'foreword' })
    mine.undoManager.trackedOrigins.add(FORM_ORIGIN)
    mine.update(() => $getRoot().append($createHeadingNode('h2').append($createTextNode('Mine'))))
    mine.undoManager.stopCapturing()
    setBlockField(doc, { blockId: 'objective-1', field: 'level', value: 'system' }, FORM_ORIGIN)
    other.update(() => $type(0, 'Theirs '))
    exchangeAll([mine.doc, other.doc])
    mine.undoManager.undo()
    expect(blockOf(doc, 'objective-1')?.get('level')).toBe('place')
    mine.undoManager.undo()
    expect(mine.readParagraphs().at(-1)).toBe('')
    expect(mine.readParagraphs()[0]).toBe('Theirs Why we write')
    expect(mine.troubles).toEqual([])
  })
})

function $lastChild(node: ElementNode): LexicalNode {
  const last = node.getLastChild()
  if (!last) throw new Error('nothing in it')
  return last
}

function buildTable(
  cell: Record<string, string>,
  ...children: (Y.XmlElement | Y.XmlText)[]
): Y.XmlElement {
  return buildElement('table', {}, [
    buildElement('tablerow', {}, [buildElement('tablecell', cell, children)]),
  ])
}

function buildElement(
  name: string,
  attributes: Record<string, string>,
  children: (Y.XmlElement | Y.XmlText)[] = [],
): Y.XmlElement {
  const element = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.insert(0, children)
  return element
}

function firstText(doc: Y.Doc): Y.XmlText {
  const paragraph = chapterBodyOf(doc, 'chapter')?.get(0) as Y.XmlElement
  return paragraph.get(0) as Y.XmlText
}

function readDelta(doc: Y.Doc): unknown {
  return firstText(doc).toDelta()
}
