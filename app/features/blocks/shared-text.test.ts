import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { FORM_ORIGIN } from '../../document/origins'
import { mapThrough } from './map-through'
import { SharedText, type TextBox } from './shared-text'

class FakeBox implements TextBox {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  focused = true

  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start
    this.selectionEnd = end
  }
}

interface Peer {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly box: FakeBox
  readonly field: SharedText
}

function buildPeer(start: string | Y.Doc, clientId: number, singleLine = false): Peer {
  const doc = new Y.Doc()
  doc.clientID = clientId
  if (typeof start === 'string') doc.getText('title').insert(0, start)
  else Y.applyUpdate(doc, Y.encodeStateAsUpdate(start))
  const text = doc.getText('title')
  const box = new FakeBox()
  const field = new SharedText(text, box, {
    origin: FORM_ORIGIN,
    hasFocus: () => box.focused,
    singleLine,
  })
  return { doc, text, box, field }
}

function buildPair(start: string): [Peer, Peer] {
  const first = buildPeer(start, 1)
  return [first, buildPeer(first.doc, 2)]
}

function sync(a: Peer, b: Peer): void {
  const forB = Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)), 'network')
  Y.applyUpdate(b.doc, forB, 'network')
}

/** Replaces a range as a browser would: the value changes, the caret stands behind it, `input` follows. */
function type(peer: Peer, text: string, at: number | readonly [number, number]): void {
  const [from, to] = typeof at === 'number' ? [at, at] : at
  const { box } = peer
  box.value = box.value.slice(0, from) + text + box.value.slice(to)
  box.setSelectionRange(from + text.length, from + text.length)
  peer.field.input()
}

describe('a text box on a shared text', () => {
  it('shows the text and writes only what changed', () => {
    const [a, b] = buildPair('Reduce smoking')
    const sizes: number[] = []
    a.doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    type(a, 'adult ', 7)
    sync(a, b)
    expect([a.box.value, b.box.value]).toEqual(['Reduce adult smoking', 'Reduce adult smoking'])
    expect(sizes[0]).toBeLessThan(40)
  })

  it('keeps both when two people type at once, and each caret at its place', () => {
    const [a, b] = buildPair('Reduce smoking')
    type(a, 'adult ', 7)
    type(b, ' by 2030', 14)
    sync(a, b)
    expect(a.box.value).toBe('Reduce adult smoking by 2030')
    expect(b.box.value).toBe(a.box.value)
    expect([a.box.selectionStart, b.box.selectionStart]).toEqual([13, 28])
  })

  it('keeps the caret behind what its owner typed when another types at the same spot', () => {
    const [a, b] = buildPair('ab')
    type(a, 'X', 1)
    sync(a, b)
    b.box.setSelectionRange(2, 2)
    b.field.rememberSelection()
    type(b, 'Y', 2)
    sync(a, b)
    expect(a.box.value).toBe('aXYb')
    expect(a.box.selectionStart).toBe(2)
  })

  it('keeps a selection on its characters', () => {
    const [a, b] = buildPair('one two three')
    a.box.setSelectionRange(4, 7)
    a.field.rememberSelection()
    type(b, 'zero ', 0)
    type(b, '!', 12)
    sync(a, b)
    expect(a.box.value.slice(a.box.selectionStart, a.box.selectionEnd)).toBe('two')
  })

  it('leaves the selection alone when the box has no focus', () => {
    const [a, b] = buildPair('abc')
    a.box.focused = false
    a.box.setSelectionRange(1, 1)
    a.field.rememberSelection()
    type(b, 'zz', 0)
    sync(a, b)
    expect(a.box.selectionStart).toBe(1)
  })

  it('turns pasted line breaks in a title into spaces', () => {
    const peer = buildPeer('', 1, true)
    type(peer, 'Fewer falls\nat home', 0)
    expect(peer.text.toString()).toBe('Fewer falls at home')
    expect(peer.box.value).toBe('Fewer falls at home')
  })

  it('shows undo and puts the caret at what came back', () => {
    const peer = buildPeer('Fewer falls', 1)
    const undo = new Y.UndoManager(peer.text, {
      trackedOrigins: new Set([FORM_ORIGIN]),
      captureTimeout: 0,
    })
    type(peer, '', [0, 6])
    expect(peer.box.value).toBe('falls')
    undo.undo()
    expect(peer.box.value).toBe('Fewer falls')
    expect(peer.box.selectionStart).toBe(6)
    undo.redo()
    expect([peer.box.value, peer.box.selectionStart]).toEqual(['falls', 0])
  })

  it('stops listening when detached', () => {
    const [a, b] = buildPair('abc')
    a.field.detach()
    type(b, 'x', 0)
    sync(a, b)
    expect(a.box.value).toBe('abc')
  })
})

describe('composing with an input method', () => {
  it('writes nothing until it ends, and then once', () => {
    const [a, b] = buildPair('日本')
    let updates = 0
    a.doc.on('update', () => (updates += 1))
    a.field.startComposing()
    type(a, 'k', 2)
    type(a, 'か', [2, 3])
    sync(a, b)
    expect([updates, b.box.value]).toEqual([0, '日本'])
    a.field.endComposing()
    sync(a, b)
    expect([updates, b.box.value]).toEqual([1, '日本か'])
  })

  it('does not touch the box while others type, then holds everything', () => {
    const [a, b] = buildPair('one three')
    a.box.setSelectionRange(4, 4)
    a.field.startComposing()
    type(a, 'two ', 4)
    type(b, 'zero ', 0)
    type(b, ' four', 14)
    sync(a, b)
    expect(a.box.value).toBe('one two three')
    a.field.endComposing()
    sync(a, b)
    expect(a.box.value).toBe('zero one two three four')
    expect(b.box.value).toBe(a.box.value)
    expect(a.box.selectionStart).toBe('zero one two '.length)
  })

  it('replaces a selection without taking what others put into it', () => {
    const [a, b] = buildPair('abcdef')
    a.field.startComposing()
    type(a, 'X', [1, 5])
    type(b, '!', 3)
    sync(a, b)
    a.field.endComposing()
    sync(a, b)
    expect(a.box.value).toBe('aX!f')
    expect(b.box.value).toBe('aX!f')
  })
})

describe('mapping places through a change', () => {
  it('moves, drops and keeps', () => {
    expect(mapThrough([0, 1, 2, 3], [{ retain: 1 }, { insert: 'xy' }, { delete: 1 }])).toEqual([
      0, -1, 3, 4,
    ])
    expect(mapThrough([0, -1, 1], [{ delete: 1 }])).toEqual([-1, -1, 0])
    expect(mapThrough([0, 1], [{ retain: 2 }, { insert: 'z' }])).toEqual([0, 1])
  })
})

describe('two people typing for a long time', () => {
  it.each([1, 2, 3])('converges after 3,000 edits, both boxes showing the text, run %i', (seed) => {
    const random = buildRandom(seed)
    const peers = buildPair('Fewer people in crisis 👩‍⚕️')
    for (let step = 0; step < 3000; step += 1) {
      const peer = peers[random(2)] ?? peers[0]
      editOnce(peer, random)
      expectCaretInside(peer)
      if (random(3) === 0) settle(peers)
    }
    settle(peers)
    expect(peers[0].box.value).toBe(peers[1].box.value)
    expect(peers[0].text.toString()).toBe(peers[0].box.value)
  })

  it('loses no character of 3,000 insertions, with and without composing', () => {
    const random = buildRandom(7)
    const peers = buildPair('')
    for (let step = 0; step < 3000; step += 1) {
      const peer = peers[step % 2] ?? peers[0]
      const mark = String.fromCodePoint(0x4e00 + step)
      const composing = random(4) === 0
      if (composing) peer.field.startComposing()
      type(peer, mark, random(peer.box.value.length + 1))
      if (composing && random(2) === 0) settle(peers)
      if (composing) peer.field.endComposing()
      if (random(3) === 0) settle(peers)
    }
    settle(peers)
    expect(peers[0].box.value).toBe(peers[1].box.value)
    expect(new Set(peers[0].box.value).size).toBe(3000)
  })

  function settle([a, b]: readonly [Peer, Peer]): void {
    sync(a, b)
  }

  function editOnce(peer: Peer, random: (below: number) => number): void {
    const length = peer.box.value.length
    const from = random(length + 1)
    const to = random(3) === 0 ? Math.min(length, from + random(4)) : from
    const composing = random(10) === 0
    if (composing) peer.field.startComposing()
    type(peer, random(5) === 0 ? '' : String.fromCharCode(97 + random(26)), [from, to])
    if (composing) peer.field.endComposing()
  }

  function expectCaretInside({ box }: Peer): void {
    if (box.selectionStart < 0 || box.selectionEnd > box.value.length)
      throw new Error('caret outside')
  }
})

/** Mulberry32: the same run every time. */
function buildRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
