import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRandom, type Random } from '../../test/convergence/random-edits'
import { checkParts, makeSnapshot } from './make-snapshot'
import { splitState } from './split-state'

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1)

describe('a snapshot in parts', () => {
  it('[CO70] each part applies after the ones before it, and together they are the document', () => {
    for (const seed of SEEDS) {
      const doc = writeTogether(createRandom(seed * 7919))
      const state = Y.encodeStateAsUpdate(doc)
      const parts = splitState(doc, readDeleteSet(doc), 1 + (seed % 5) * 200)
      expect(parts.length, `seed ${seed}`).toBeGreaterThan(1)
      expect(() => checkParts(parts, state), `seed ${seed}`).not.toThrow()
    }
  })

  it('[CO70] in another order they wait for one another', () => {
    const doc = writeTogether(createRandom(5))
    const state = Y.encodeStateAsUpdate(doc)
    const parts = splitState(doc, readDeleteSet(doc), 100)
    expect(() => checkParts(parts.toReversed(), state)).toThrow('waits for a later one')
    expect(() => checkParts(parts.slice(0, -1), state)).toThrow('the parts are not the document')
  })

  it('[CO70] cuts what is above 512 KiB into parts of about 256 KiB, and nothing else', () => {
    const doc = new Y.Doc()
    const text = doc.getText('t')
    for (let n = 0; n < 4_000; n += 1)
      text.insert(n % 7 ? 0 : text.length, `${n} ${'word '.repeat(40)}`)
    text.delete(100, 500)
    const updates = [Y.encodeStateAsUpdate(doc)]
    const { snapshot, unsplit } = makeSnapshot({ seq: 1n, updates })
    expect(unsplit).toBeNull()
    expect(snapshot.parts.length).toBe(Math.ceil(sizeOf(snapshot.parts) / (256 << 10)))
    for (const part of snapshot.parts) expect(part.length).toBeLessThan(300 << 10)
    const again = makeSnapshot({ seq: 2n, updates: snapshot.parts }).snapshot.parts
    expect(Buffer.concat(again).equals(Buffer.concat(snapshot.parts))).toBe(true)
    text.delete(0, text.length - 100)
    const small = makeSnapshot({ seq: 3n, updates: [Y.encodeStateAsUpdate(doc)] }).snapshot
    expect(small.parts).toHaveLength(1)
  })
})

function readDeleteSet(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0)
}

/** Four people, who see one another's work now and then, write text, lists and maps into each other and delete some. */
function writeTogether(random: Random): Y.Doc {
  const docs = Array.from({ length: 4 }, () => {
    const doc = new Y.Doc({ gc: true })
    doc.clientID = 1 + random(1_000_000)
    return doc
  })
  for (let step = 0; step < 300; step += 1) {
    const doc = docs[random(docs.length)]!
    if (random(6) === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[random(docs.length)]!))
    else edit(doc, random)
  }
  const whole = new Y.Doc({ gc: true })
  whole.transact(() => {
    for (const doc of docs) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc))
  })
  return whole
}

function edit(doc: Y.Doc, random: Random): void {
  const list = doc.getArray<unknown>('list')
  const place = list.length ? list.get(random(list.length)) : undefined
  const kind = random(6)
  if (kind === 0) list.insert(random(list.length + 1), [new Y.Text(), new Y.Map(), random(100)])
  else if (kind === 1 && list.length > 3) list.delete(random(list.length - 2), 2)
  else if (place instanceof Y.Text) editText(place, random)
  else if (place instanceof Y.Map)
    place.set(`key ${random(4)}`, random(2) ? 'value' : new Y.Array())
  else editText(doc.getText('text'), random)
}

function editText(text: Y.Text, random: Random): void {
  const kind = random(4)
  if (kind === 0 && text.length > 8) text.delete(random(text.length - 5), 5)
  else if (kind === 1 && text.length > 2) text.format(0, text.length, { bold: random(2) === 0 })
  else text.insert(random(text.length + 1), 'some words '.slice(0, 1 + random(10)))
}
