import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from './gate'
import { IdRanges } from './id-ranges'
import { readDeleteSet } from './read-delete-set'

describe('a delete set read without Yjs', () => {
  it('says what Yjs says', () => {
    const doc = new Y.Doc()
    const other = new Y.Doc()
    for (let n = 0; n < 200; n += 1) {
      for (const writer of [doc, other]) {
        const text = writer.getText('t')
        text.insert((n * 7) % (text.length + 1), 'word ')
        if (n % 3 === 0) text.delete((n * 5) % (text.length - 1), 2)
      }
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    }
    const deleteSet = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
    const quick = new IdRanges()
    for (const [client, ranges] of readDeleteSet(deleteSet)) quick.addAll(client, ranges)
    const slow = new IdRanges()
    const deletes = inspectUpdate(deleteSet)?.deletes ?? []
    expect(deletes.length).toBeGreaterThan(50)
    for (const { client, clock, length } of deletes) slow.add(client, clock, length)
    expect(quick.size).toBe(slow.size)
    for (const { client } of deletes)
      expect(quick.missing(client, 0, 5_000)).toEqual(slow.missing(client, 0, 5_000))
  })

  it('refuses what holds anything else', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'text')
    expect(() => readDeleteSet(Y.encodeStateAsUpdate(doc))).toThrow('structs')
    expect(() => readDeleteSet(Uint8Array.of(0, 0, 7))).toThrow('after')
    expect(() => readDeleteSet(Uint8Array.of(0, 9))).toThrow(Error)
  })
})
