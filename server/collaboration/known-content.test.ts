import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../app/document/create'
import { buildContent } from '../../test/build/build-content'
import { buildClient } from '../../test/convergence/build-client'
import { editEverything } from '../../test/convergence/edit-everything'
import { Depths } from './depths'
import { type InspectedEdit, inspectEdit } from './gate'
import { MAX_DEPTH } from './limits'

const NONE: ReadonlySet<string> = new Set()

describe('known content', () => {
  it('[CO91] is all a document of ours holds, and all an editor does to it', () => {
    const doc = createDocument(buildContent())
    expect(inspect(Y.encodeStateAsUpdate(doc))).toMatchObject({ inserts: expect.anything() })
  })

  it('[CO91] is every keystroke of a real editor', async () => {
    const { $getRoot, $createParagraphNode, $createTextNode, $isTextNode } = await import('lexical')
    const { $createListNode, $createListItemNode } = await import('@lexical/list')
    const { $createLinkNode } = await import('@lexical/link')
    const { $createHeadingNode } = await import('@lexical/rich-text')
    const chapter = { id: 'chapter', title: 'One', nodes: [] }
    const doc = createDocument({ schemaVersion: 1, chapters: [chapter], blocks: [] })
    const refused: string[] = []
    let seen = 0
    doc.on('update', (update: Uint8Array) => {
      seen += 1
      const answer = inspect(update)
      if (typeof answer === 'string') refused.push(answer)
    })
    const client = buildClient(doc)
    client.update(() => $getRoot().append($createParagraphNode().append($createTextNode('one'))))
    client.update(() => {
      const text = $getRoot().getFirstDescendant()
      if ($isTextNode(text)) text.toggleFormat('bold').setTextContent('bold')
    })
    client.update(() => {
      const item = $createListItemNode().append(
        $createLinkNode('https://a.example', { title: 'A' }),
      )
      $getRoot().append($createListNode('check').append(item.setChecked(true)))
    })
    client.update(() => {
      const [first] = $getRoot().getChildren()
      first?.replace($createHeadingNode('h3').append($createTextNode('two')), true)
    })
    client.update(() => void $getRoot().setDirection('rtl'))
    client.undoManager.undo()
    editEverything(client)
    client.update(() => $getRoot().clear())
    expect(client.troubles).toEqual([])
    expect(seen).toBeGreaterThan(14)
    expect(refused).toEqual([])
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['a root of another name', (doc) => doc.getMap('other').set('a', 1)],
    ['a list where maps are', (doc) => doc.getArray('chapters').push([1])],
    ['a number where a block should be', (doc) => doc.getMap('blocks').set('a', 1)],
    ['a map where a plain value should be', (doc) => doc.getMap('meta').set('a', new Y.Map())],
    ['a node no editor knows', (doc) => addTo(doc, named('evil-block'))],
    ['a node without a name', (doc) => addTo(doc, new Y.XmlElement())],
    ['an attribute no node has', (doc) => addTo(doc, named('paragraph', { __onclick: 'x' }))],
    ['an attribute of another node', (doc) => addTo(doc, named('paragraph', { __url: 'x' }))],
    ['a style', (doc) => addTo(doc, named('paragraph', { __style: 'position:fixed' }))],
    [
      'a node inside a line',
      (doc) => addTo(doc, named('paragraph'), named('link'), named('paragraph')),
    ],
    ['a link at the top', (doc) => addTo(doc, named('link'))],
    [
      'something in a line break',
      (doc) => addTo(doc, named('paragraph'), named('linebreak'), words()),
    ],
    ['a hook', (doc) => addTo(doc, new Y.XmlHook('alert'))],
    ['an array', (doc) => doc.getMap('blocks').set('a', new Y.Array())],
    ['text of another kind', (doc) => addTo(doc, named('paragraph'), words({ t: 'evil' }))],
    ['another format', (doc) => addTo(doc, named('paragraph'), words({ style: 'x' }))],
    ['an embed', (doc) => addTo(doc, named('paragraph'), withEmbed())],
    ['a table in a table’s cell', (doc) => addTo(doc, ...table(), named('table'))],
    ['a cell without a row', (doc) => addTo(doc, named('table'), named('tablecell'))],
    ['a row without a table', (doc) => addTo(doc, named('paragraph'), named('tablerow'))],
    ['a row without end', addWideRow],
    ['a paragraph between rows', (doc) => addTo(doc, named('table'), named('paragraph'))],
    ['letters loose in a cell', (doc) => addTo(doc, ...table(), words())],
    ['a table in a quote', (doc) => addTo(doc, named('quote'), named('table'))],
    ['a paragraph in a call-out', (doc) => addTo(doc, named('callout'), named('paragraph'))],
    ['a footnote outside a line', (doc) => addTo(doc, named('footnote', { s_noteId: 'a' }))],
    ['a citation loose in a cell', (doc) => addTo(doc, ...table(), named('citation'))],
    ['something in a picture', (doc) => addTo(doc, named('image'), named('paragraph'))],
    ['something in a rule', (doc) => addTo(doc, named('horizontalrule'), words())],
    ['a picture’s address', (doc) => addTo(doc, named('image', { __src: 'https://evil.example' }))],
    ['a colour', (doc) => addTo(doc, ...table({ __backgroundColor: 'url(x)' }))],
    ['a width', (doc) => addTo(doc, named('table', { __colWidths: '9' }))],
    ['a footnote that is a text', (doc) => doc.getMap('notes').set('a', new Y.Text('x'))],
    ['a footnote that is a value', (doc) => doc.getMap('notes').set('a', 'x')],
    ['a footnote of other parts', (doc) => addNote(doc, 'title', new Y.Text('x'))],
    ['a footnote’s text as a value', (doc) => addNote(doc, 'text', 'x')],
    ['a footnote’s text as prose', (doc) => addNote(doc, 'text', new Y.XmlText('x'))],
    ['a map in a footnote', (doc) => addNote(doc, 'text', new Y.Map())],
    ['looks in a footnote', (doc) => addNote(doc, 'text', lookingText())],
    ['letters loose in the body', (doc) => addTo(doc, words())],
    ['a key without end', (doc) => doc.getMap('meta').set('k'.repeat(200), 1)],
  ])('[CO91] is not %s', (_, change) => {
    const doc = new Y.Doc()
    change(doc)
    expect(inspect(Y.encodeStateAsUpdate(doc))).toEqual(expect.any(String))
  })

  it('[CO91] is a table, its cells and everything that may stand in them', () => {
    const inCell = ['paragraph', 'heading', 'quote', 'list', 'callout', 'horizontalrule', 'image']
    for (const name of inCell) {
      const doc = new Y.Doc()
      addTo(doc, ...table({ __headerState: '1', __colSpan: '2', __rowSpan: '2' }), named(name))
      expect(inspect(Y.encodeStateAsUpdate(doc))).toMatchObject({ inserts: expect.anything() })
    }
  })

  it('[CO91] is a footnote, made, typed in, deleted and undone', () => {
    const doc = new Y.Doc()
    const refused: string[] = []
    let seen = 0
    doc.on('update', (update: Uint8Array) => {
      seen += 1
      const answer = inspect(update)
      if (typeof answer === 'string') refused.push(answer)
    })
    const undo = new Y.UndoManager(doc.getMap('notes'), { doc, captureTimeout: 0 })
    const text = new Y.Text('First')
    addNote(doc, 'text', text)
    text.insert(5, ' words')
    text.delete(0, 2)
    doc.getMap('notes').delete('a')
    undo.undo()
    undo.undo()
    undo.redo()
    expect(seen).toBe(7)
    expect(refused).toEqual([])
  })

  it('[CO91] is a row of a hundred cells, not one more beside those that are there', () => {
    const doc = new Y.Doc()
    addTo(doc, named('table'), named('tablerow'))
    const row = (findBody(doc).get(0) as Y.XmlElement).get(0) as Y.XmlElement
    const cells = (count: number) => Array.from({ length: count }, () => named('tablecell'))
    expect(inspect(record(doc, () => row.push(cells(100))))).toMatchObject({ items: 100 })
    expect(inspect(record(doc, () => row.push(cells(101))))).toBe('a table without end')
  })

  it('[CO91] is every field of a card, set again later', () => {
    const doc = createDocument(buildContent())
    const refused: string[] = []
    let fields = 0
    const setAgain = (map: Y.Map<unknown>) => {
      for (const [key, value] of map) {
        if (value instanceof Y.Map) setAgain(value)
        if (value instanceof Y.AbstractType) continue
        const whole = record(doc, () => map.set(key, value))
        // As when nothing of the map is known any more: deleted, set anew.
        const anew = record(doc, () => {
          map.delete(key)
          map.set(key, value)
        })
        for (const update of [whole, anew]) {
          const answer = inspect(update)
          if (typeof answer === 'string') refused.push(`${key}: ${answer}`)
        }
        fields += 1
      }
    }
    setAgain(doc.getMap('blocks'))
    setAgain(doc.getMap('chapters'))
    expect(fields).toBeGreaterThan(20)
    expect(refused).toEqual([])
  })

  it('[CO91] is judged by name where the rest is older', () => {
    const doc = createDocument(buildContent())
    const body = findBody(doc)
    expect(inspect(record(doc, () => body.push([new Y.XmlElement('evil-block')])))).toBe(
      'an unknown node',
    )
    for (const name of ['__on', 'onclick', 'getTextContent', 's_other']) {
      const attribute = record(doc, () => (body.get(0) as Y.XmlElement).setAttribute(name, 'x'))
      expect(inspect(attribute)).toBe('an unknown attribute')
    }
  })
})

describe('an order Yjs can take things in', () => {
  it('[CO22] two that each wait for the other are refused', () => {
    const [a, b] = [
      [1, 0],
      [2, 0],
    ]
    const item = (origin: number[]) => [0x84, ...origin, 1, 0x61]
    const update = [2, 1, ...a, ...item([2, 0]), 1, ...b, ...item([1, 0]), 0]
    expect(inspect(Uint8Array.from(update))).toBe('the update cannot be read')
  })

  it('[CO22] one that waits for what its own client writes later is refused', () => {
    const update = [1, 1, 1, 0, 0x84, 1, 5, 10, ...Array.from({ length: 10 }, () => 0x61), 0]
    expect(inspect(Uint8Array.from(update))).toBe('the update cannot be read')
  })
})

describe('depth', () => {
  it('[CO92] lists in lists are fine, a hundred levels are not', () => {
    expect(takeAll([nest(40)])).toEqual([true])
    expect(takeAll([nest(MAX_DEPTH)])).toEqual([false])
  })

  it('[CO92] is counted over several updates', () => {
    const doc = createDocument(buildContent())
    let inner = findBody(doc)
    const updates = Array.from({ length: 12 }, () =>
      record(doc, () => {
        for (let level = 0; level < 10; level += 1) inner = pushInto(inner)
      }),
    )
    const refused = takeAll(updates).indexOf(false)
    expect(refused).toBeGreaterThan(6)
    expect(refused).toBeLessThan(11)
  })

  it('[CO92] is counted beside something deep as well', () => {
    const doc = createDocument(buildContent())
    let inner = findBody(doc)
    const updates: Uint8Array[] = []
    for (let round = 0; round < 12; round += 1) {
      updates.push(
        record(doc, () => {
          for (let level = 0; level < 10; level += 1) inner = pushInto(inner)
          inner.push([new Y.XmlElement('list')])
        }),
      )
      // The next one begins as a sibling, which names no parent.
      updates.push(record(doc, () => inner.push([new Y.XmlElement('list')])))
      inner = inner.get(1) as Y.XmlElement
    }
    expect(takeAll(updates)).toContain(false)
  })

  it('[CO92] typing on remembers no more', () => {
    const doc = createDocument(buildContent())
    const text = new Y.XmlText()
    let inner = findBody(doc)
    const depths = new Depths()
    const first = record(doc, () => {
      for (let level = 0; level < 30; level += 1) inner = pushInto(inner)
      inner.push([text])
    })
    depths.take(placesOf(first))
    const take = () => record(doc, () => text.insert(text.length, 'x'))
    for (let key = 0; key < 500; key += 1) depths.take(placesOf(take()))
    expect(depths.size).toBeLessThan(40)
  })
})

function inspect(update: Uint8Array): InspectedEdit | string {
  return inspectEdit(update, NONE)
}

function placesOf(update: Uint8Array): InspectedEdit['places'] {
  const answer = inspect(update)
  if (typeof answer === 'string') throw new Error(answer)
  return answer.places
}

function takeAll(updates: readonly Uint8Array[]): boolean[] {
  const depths = new Depths()
  return updates.map((update) => depths.take(placesOf(update)))
}

function nest(levels: number): Uint8Array {
  const doc = createDocument(buildContent())
  return record(doc, () => {
    let inner = findBody(doc)
    for (let level = 0; level < levels; level += 1) inner = pushInto(inner)
  })
}

function pushInto(element: Y.XmlElement): Y.XmlElement {
  const child = new Y.XmlElement('list')
  element.push([child])
  return child
}

function findBody(doc: Y.Doc): Y.XmlElement {
  const chapter = [...doc.getMap('chapters').values()][0] as Y.Map<unknown>
  return chapter.get('body') as Y.XmlElement
}

/** The nodes in one another, the first in a chapter's body. Each is put into a document first, as an editor does. */
function addTo(doc: Y.Doc, ...nodes: Node[]): void {
  let outer: Y.XmlElement = new Y.XmlElement()
  doc.transact(() => {
    doc.getMap('chapters').set('one', new Y.Map([['body', outer]]))
    for (const node of nodes) {
      outer.push([node as Y.XmlElement])
      outer = node as Y.XmlElement
    }
  })
}

type Node = Y.XmlElement | Y.XmlText | Y.XmlHook

/** A table of one cell. */
function table(cell: Record<string, string> = {}): Node[] {
  return [named('table'), named('tablerow'), named('tablecell', cell)]
}

function addWideRow(doc: Y.Doc): void {
  doc.transact(() => {
    const row = named('tablerow')
    addTo(doc, named('table'), row)
    row.push(Array.from({ length: 101 }, () => named('tablecell')))
  })
}

function addNote(doc: Y.Doc, key: string, value: unknown): void {
  doc.getMap('notes').set('a', new Y.Map([[key, value]]))
}

function lookingText(): Y.Text {
  const text = new Y.Text()
  text.insert(0, 'x', { bold: true })
  return text
}

function named(name: string, attributes: Record<string, string> = {}): Y.XmlElement {
  const node = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  return node
}

function words(attributes: Record<string, unknown> = {}): Y.XmlText {
  const text = new Y.XmlText()
  text.insert(0, 'words', attributes)
  return text
}

function withEmbed(): Y.XmlText {
  const text = new Y.XmlText()
  text.insertEmbed(0, { src: 'https://evil.example' })
  return text
}

function record(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(change)
  return Y.encodeStateAsUpdate(doc, before)
}
