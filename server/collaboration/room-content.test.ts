import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate, type InspectedUpdate } from './gate'
import type { Outgoing } from './outgoing'
import { readMessages } from './protocol'
import { MAX_DOCUMENT_ITEMS } from './limits'
import { RoomContent } from './room-content'
import type { Snapshot, StoredDocument } from './update-log'

describe('what a joining client is sent', () => {
  it('[CO10] an empty client gets the snapshot and the updates after it', () => {
    const { doc, updates } = typeAndDelete()
    const content = new RoomContent(buildStored(updates, 3))
    expect(readText(readUpdates(content.answer(new Map())))).toBe(doc.getText('t').toString())
  })

  it('[CO11] a client that has the snapshot gets deletions and what came later', () => {
    const { doc, updates } = typeAndDelete()
    const content = new RoomContent(buildStored(updates, 3))
    const client = new Y.Doc()
    for (const update of updates.slice(0, 3)) Y.applyUpdate(client, update)
    const answer = readUpdates(content.answer(Y.decodeStateVector(Y.encodeStateVector(client))))
    expect(answer).not.toContain(content.readSources().updates[0])
    for (const update of answer) Y.applyUpdate(client, update)
    expect(client.getText('t').toString()).toBe(doc.getText('t').toString())
  })

  it('[CO11] a client with part of the snapshot gets the difference', () => {
    const { doc, updates } = typeAndDelete()
    const content = new RoomContent(buildStored(updates, updates.length))
    const client = new Y.Doc()
    Y.applyUpdate(client, updates[0] ?? new Uint8Array())
    for (const update of readUpdates(
      content.answer(Y.decodeStateVector(Y.encodeStateVector(client))),
    ))
      Y.applyUpdate(client, update)
    expect(client.getText('t').toString()).toBe(doc.getText('t').toString())
  })

  it('[CO11] equal state vectors still carry a delete', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'gone')
    const typed = Y.encodeStateAsUpdate(doc)
    const client = new Y.Doc()
    Y.applyUpdate(client, typed)
    const vector = Y.decodeStateVector(Y.encodeStateVector(client))
    const deleted = record(doc, () => doc.getText('t').delete(0, 4))
    const content = new RoomContent(buildStored([typed, deleted], 2))
    for (const update of readUpdates(content.answer(vector))) Y.applyUpdate(client, update)
    expect(client.getText('t').toString()).toBe('')
  })
})

describe('judging an update without a document', () => {
  it('[CO23] knows news, repetition and gaps', () => {
    const { updates } = typeAndDelete()
    const content = new RoomContent(buildStored(updates.slice(0, 2), 0))
    expect(content.judge(read(updates[1]))).toBe('nothing')
    expect(content.judge(read(updates[2]))).toBe('news')
    expect(content.judge(read(updates[3]))).toBe('gap')
  })

  it('[CO23] sees a deletion that brings no characters as news once', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'gone')
    const content = new RoomContent(buildStored([Y.encodeStateAsUpdate(doc)], 0))
    const deletion = read(record(doc, () => doc.getText('t').delete(1, 2)))
    expect(content.judge(deletion)).toBe('news')
    content.accept(deletion)
    expect(content.judge(deletion)).toBe('nothing')
  })

  it('[CO24] refuses the removal of most of what others wrote', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'x'.repeat(20_000))
    const content = new RoomContent(buildStored([Y.encodeStateAsUpdate(doc)], 1))
    const most = record(doc, () => doc.getText('t').delete(0, 12_000))
    expect(content.wouldErase(read(most), 99)).toBe(true)
    expect(content.wouldErase(read(most), doc.clientID)).toBe(false)
  })

  it('[CO24] lets a chapter of many go', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'x'.repeat(20_000))
    const content = new RoomContent(buildStored([Y.encodeStateAsUpdate(doc)], 1))
    const some = record(doc, () => doc.getText('t').delete(0, 8_000))
    expect(content.wouldErase(read(some), 99)).toBe(false)
  })

  it('[CO95] refuses more than 200,000 items, as soon as somebody has counted them', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'x')
    const stored = buildStored([Y.encodeStateAsUpdate(doc)], 1)
    const more = read(record(doc, () => doc.getText('t').insert(0, 'y')))
    expect(new RoomContent(stored).wouldOverflow(more)).toBe(false)
    const snapshot = stored.snapshot && { ...stored.snapshot, items: MAX_DOCUMENT_ITEMS }
    const full = new RoomContent({ ...stored, snapshot })
    expect(full.wouldOverflow(more)).toBe(true)
    expect(full.wouldOverflow(read(record(doc, () => doc.getText('t').delete(1, 1))))).toBe(false)
  })

  it('[CO25] stores of a returning client’s answer only what is new', () => {
    const doc = new Y.Doc()
    const text = doc.getText('t')
    for (let round = 0; round < 200; round += 1) {
      text.insert(0, 'abc')
      text.delete(1, 1)
    }
    const stored = Y.encodeStateAsUpdate(doc)
    const content = new RoomContent(buildStored([stored], 1))
    text.insert(0, 'new')
    text.delete(10, 1)
    const answer = read(Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(stored)))
    const trimmed = content.trim(answer)
    expect(trimmed.bytes.length).toBeLessThan(answer.bytes.length / 10)
    const other = new Y.Doc()
    Y.applyUpdate(other, stored)
    Y.applyUpdate(other, trimmed.bytes)
    expect(other.getText('t').toString()).toBe(text.toString())
  })
})

describe('a log that cannot be trusted', () => {
  it('[CO12] refuses a gap in the sequence', () => {
    const { updates } = typeAndDelete()
    const stored = buildStored(updates, 0)
    const tail = stored.tail.filter(({ seq }) => seq !== 2n)
    expect(() => new RoomContent({ ...stored, tail })).toThrow('gap')
  })
})

function typeAndDelete(): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  const updates = [
    record(doc, () => text.insert(0, 'Better lives ')),
    record(doc, () => text.insert(text.length, 'in Wessex Vale, ')),
    record(doc, () => text.insert(text.length, 'together.')),
    record(doc, () => {
      text.delete(0, 7)
      text.insert(0, 'Good ')
    }),
  ]
  return { doc, updates }
}

function record(doc: Y.Doc, edit: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  const collect = (update: Uint8Array) => updates.push(update)
  doc.on('update', collect)
  doc.transact(edit)
  doc.off('update', collect)
  return Y.mergeUpdates(updates)
}

function buildStored(updates: readonly Uint8Array[], snapshotAt: number): StoredDocument {
  const logged = updates.map((bytes, index) => ({ seq: BigInt(index + 1), bytes }))
  const tail = logged.slice(snapshotAt)
  return {
    snapshot: buildSnapshot(updates.slice(0, snapshotAt)),
    tail,
    head: BigInt(updates.length),
    frozen: false,
  }
}

function buildSnapshot(updates: readonly Uint8Array[]): Snapshot | null {
  if (updates.length === 0) return null
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const stateVector = Y.encodeStateVector(doc)
  const deleteSet = Y.encodeStateAsUpdate(doc, stateVector)
  return {
    seq: BigInt(updates.length),
    parts: [Y.encodeStateAsUpdate(doc)],
    stateVector,
    deleteSet,
  }
}

function read(bytes: Uint8Array | undefined): InspectedUpdate {
  const update = inspectUpdate(bytes ?? new Uint8Array())
  if (!update) throw new Error('malformed')
  return update
}

function readText(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

/** The updates in what would be sent. */
function readUpdates(pieces: readonly Outgoing[]): Uint8Array[] {
  return pieces
    .flatMap(({ messages }) => messages)
    .flatMap((message) => readMessages(message) ?? [])
    .flatMap((message) => (message.type === 'document' ? [message.bytes] : []))
}
