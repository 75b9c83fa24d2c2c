import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate, isEmpty } from './gate'
import { readMessages } from './protocol'

describe('inspecting an update', () => {
  it('[CO22] reads what Yjs wrote', () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    doc.getText('words').insert(0, 'four')
    doc.getText('words').delete(1, 2)
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).toMatchObject({
      inserts: [{ client: 7, from: 0, to: 4 }],
      deletes: [{ client: 7, clock: 1, length: 2 }],
    })
  })

  it('[CO22] knows an empty update', () => {
    const empty = inspectUpdate(Uint8Array.of(0, 0))
    expect(empty && isEmpty(empty)).toBe(true)
  })

  it('[CO22] passes everything a document of ours holds', () => {
    const doc = new Y.Doc()
    const block = new Y.Map<unknown>([
      ['kind', 'objective'],
      ['target', 8.5],
      ['leadId', null],
      ['needs', new Y.Map([['need-1', true]])],
      ['title', new Y.Text('Title')],
    ])
    doc.getMap('blocks').set('objective-1', block)
    const paragraph = new Y.XmlElement('paragraph')
    doc.getXmlFragment('body').insert(0, [paragraph])
    const text = new Y.XmlText('bold')
    paragraph.insert(0, [text])
    text.format(0, 2, { p: { __format: 1 } })
    text.delete(0, 1)
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).not.toBeNull()
  })

  it('[CO22] refuses bytes after the end', () => {
    expect(inspectUpdate(Uint8Array.of(0, 0, 1))).toBeNull()
  })

  it('[CO22] refuses a prototype hidden in a value', () => {
    const doc = new Y.Doc()
    doc.getMap('blocks').set('x', JSON.parse('{"a":{"__proto__":{"isAdmin":true}}}'))
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).toBeNull()
  })

  it('[CO23] names what an update refers to', () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    doc.getText('words').insert(0, 'ab')
    const before = Y.encodeStateVector(doc)
    doc.getText('words').insert(1, 'x')
    const update = inspectUpdate(Y.encodeStateAsUpdate(doc, before))
    expect(update?.needs).toEqual(new Map([[7, 1]]))
  })

  it('[CO20] never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(() => [readMessages(bytes), inspectUpdate(bytes)]).not.toThrow()
      }),
      { numRuns: 5_000 },
    )
  })

  it('[CO20] never throws on a real update with one byte changed', () => {
    const doc = new Y.Doc()
    doc.getText('words').insert(0, 'Better lives')
    doc.getText('words').delete(2, 3)
    const whole = Y.encodeStateAsUpdate(doc)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const mutated = Uint8Array.from(whole)
        mutated[at] = byte
        expect(() => inspectUpdate(mutated)).not.toThrow()
      }),
      { numRuns: 5_000 },
    )
  })
})
