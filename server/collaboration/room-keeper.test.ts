import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createFakeUpdateLog, type FakeUpdateLog } from '../../test/fakes/update-log'
import type { Connection } from './connection'
import { IDLE_MS, SNAPSHOT_AFTER_UPDATES, SNAPSHOT_EVERY_MS } from './limits'
import { Member } from './member'
import type { Outgoing } from './outgoing'
import { readMessages } from './protocol'
import { RoomKeeper } from './room-keeper'
import { enterRoom, receiveMessage } from './room-messages'
import { Tally } from './tally'

const MEGABYTE = 1024 * 1024

let log: FakeUpdateLog
let keeper: RoomKeeper
let tally = new Tally()
let now = 0
const complaints: string[] = []

beforeEach(() => {
  now = 1_000_000
  complaints.length = 0
  tally = new Tally()
  log = createFakeUpdateLog()
  log.createDocument('doc')
  const note = (_: object, message: string) => void complaints.push(message)
  const logger = { info: note, warn: note, error: note }
  keeper = new RoomKeeper({
    tally,
    log,
    logger,
    now: () => now,
    onCommitted: () => undefined,
    extraRoots: new Set(['words']),
  })
})
afterEach(() => keeper.close(100))

describe('looking after rooms', () => {
  it('[CO17] makes a snapshot after many updates, in a thread of its own', async () => {
    const { room, type } = await enter()
    for (let n = 1; n < SNAPSHOT_AFTER_UPDATES; n += 1) type('x')
    now += SNAPSHOT_EVERY_MS
    type('x')
    await vi.waitFor(() => expect(room.head).toBe(BigInt(SNAPSHOT_AFTER_UPDATES)))
    await vi.waitFor(async () => expect((await log.load('doc'))?.snapshot).not.toBeNull(), {
      timeout: 15_000,
    })
    const stored = await log.load('doc')
    const doc = new Y.Doc()
    for (const part of stored?.snapshot?.parts ?? []) Y.applyUpdate(doc, part)
    for (const { bytes } of stored?.tail ?? []) Y.applyUpdate(doc, bytes)
    expect(doc.getText('words').length).toBe(SNAPSHOT_AFTER_UPDATES)
    expect(complaints).toEqual([])
  })

  it('[CO17] what was pasted and removed many times does not fill the document', async () => {
    const { room, member, type, erase } = await enter()
    type('x'.repeat(2.5 * MEGABYTE))
    for (let n = 1; n <= 30; n += 1) {
      type('x'.repeat(MEGABYTE))
      erase(MEGABYTE)
      await vi.waitFor(() => expect(room.head).toBe(BigInt(1 + 2 * n)))
      await vi.waitFor(() => expect(room.content?.tailBytes).toBeLessThan(5 * MEGABYTE), {
        timeout: 15_000,
      })
    }
    expect(member.isClosed).toBe(false)
  })

  it('[CO18] an idle room holds no bytes, and reads them again', async () => {
    const { room, member, type } = await enter()
    type('before')
    await vi.waitFor(() => expect(room.head).toBe(1n))
    now += IDLE_MS + 1
    keeper.lookAround()
    await vi.waitFor(async () => expect((await log.load('doc'))?.snapshot).not.toBeNull(), {
      timeout: 15_000,
    })
    await vi.waitFor(() => {
      keeper.lookAround()
      expect(room.content).toBeNull()
    })
    type(' after')
    await vi.waitFor(() => expect(room.head).toBe(2n))
    expect(member.isClosed).toBe(false)
  })

  it('[CO18] a room without sockets is let go', async () => {
    const { room, member } = await enter()
    keeper.leave(room, member)
    now += IDLE_MS + 1
    keeper.lookAround()
    expect(keeper.open('strategy', 'doc')).not.toBe(room)
  })

  it('[CO19] a silent socket hears an empty message before its watchdog bites', async () => {
    const { socket } = await enter()
    keeper.lookAround()
    socket.sent.length = 0
    now += 15_000
    keeper.lookAround()
    expect(socket.sent).toEqual([Uint8Array.of(1, 1, 0)])
  })

  it('[CO19] a socket that answers no ping is ended', async () => {
    const { socket } = await enter()
    now += 26_000
    keeper.lookAround()
    expect(socket.pings).toBe(1)
    now += 26_000
    keeper.lookAround()
    expect(socket.isTerminated).toBe(true)
  })

  it('[CO78] counts what operators ask about', async () => {
    const [writer, reader] = [await enter(), await enter()]
    writer.type('counted')
    await vi.waitFor(() => expect(tally.committedEdits).toBe(1))
    reader.socket.unsentBytes = 5
    expect(keeper.count()).toEqual({
      rooms: 1,
      connections: 2,
      waitingEdits: 0,
      waitingBytes: 0,
      unsentBytes: 5,
    })
  })

  it('[CO27] a reader that does not keep up misses nothing once it has read', async () => {
    const [writer, reader] = [await enter(), await enter()]
    reader.socket.unsentBytes = 2 * 1024 * 1024
    reader.socket.sent.length = 0
    writer.type('one')
    await vi.waitFor(() => expect(reader.member.backlog).not.toBeNull())
    for (const word of [' two', ' three']) writer.type(word)
    await vi.waitFor(() => expect(writer.room.head).toBe(3n))
    expect(reader.socket.sent).toEqual([])
    reader.socket.drain()
    await vi.waitFor(() => expect(reader.member.backlog).toBeNull())
    writer.type(' four')
    await vi.waitFor(() => expect(readText(reader.socket)).toBe('one two three four'))
  })

  it('[CO27] a reader whose edits lie in the log alone gets them from there', async () => {
    const [writer, reader] = [await enter(), await enter()]
    reader.socket.unsentBytes = 2 * 1024 * 1024
    writer.type('first')
    await vi.waitFor(() => expect(reader.member.backlog).not.toBeNull())
    now += IDLE_MS + 1
    keeper.lookAround()
    await vi.waitFor(() => expect(writer.room.content?.tailLength).toBe(0), { timeout: 10_000 })
    reader.socket.drain()
    await vi.waitFor(() => expect(readText(reader.socket)).toBe('first'))
  })

  it('[CO27] a reader that reads nothing for half a minute is sent away, and nobody else', async () => {
    const [writer, reader] = [await enter(), await enter()]
    reader.socket.unsentBytes = 2 * 1024 * 1024
    writer.type('more')
    await vi.waitFor(() => expect(reader.member.backlog).not.toBeNull())
    for (const passed of [0, 16_000, 16_000]) {
      now += passed
      writer.member.isAlive = true
      reader.member.isAlive = true
      keeper.lookAround()
    }
    expect(reader.socket.closedWith).toBe(4503)
    expect(writer.socket.closedWith).toBeNull()
  })
})

/** What a client has that read everything this connection was sent. */
function readText({ sent }: FakeConnection): string {
  const doc = new Y.Doc()
  for (const frame of sent) {
    for (const message of readMessages(frame) ?? [])
      if (message.type === 'document') Y.applyUpdate(doc, message.bytes)
  }
  return doc.getText('words').toString()
}

async function enter() {
  const socket = new FakeConnection()
  const room = keeper.open('strategy', 'doc')
  const member = new Member(socket, buildAdmission(), () => now)
  enterRoom(room, member)
  receiveMessage(room, member, { type: 'step1', stateVector: new Map() })
  await vi.waitFor(() => expect(member.follows).toBe(true))
  const doc = new Y.Doc()
  doc.on('update', (bytes: Uint8Array) =>
    receiveMessage(room, member, { type: 'document', bytes, answersStep1: false }),
  )
  const type = (text: string) => doc.getText('words').insert(doc.getText('words').length, text)
  const erase = (length: number) =>
    doc.getText('words').delete(doc.getText('words').length - length, length)
  return { socket, room, member, type, erase }
}

class FakeConnection implements Connection {
  isOpen = true
  unsentBytes = 0
  pings = 0
  isTerminated = false
  closedWith: number | null = null
  readonly sent: Uint8Array[] = []
  send({ messages }: Outgoing): void {
    for (const message of messages) this.sent.push(Uint8Array.from(message))
  }
  private drained: (() => void) | null = null
  whenDrained(act: () => void): void {
    this.drained = act
  }
  drain(): void {
    this.unsentBytes = 0
    this.drained?.()
  }
  ping(): void {
    this.pings += 1
  }
  close(code: number): void {
    this.closedWith = code
  }
  terminate(): void {
    this.isTerminated = true
  }
}

function buildAdmission(): Member['admission'] {
  const actor = {
    personId: 'person-editor',
    name: 'The editor',
    email: 'editor@live.example',
    partnershipId: 'here',
    partnershipName: 'Here',
    organisationId: 'org',
    organisationName: 'Organisation',
    role: 'editor' as const,
    signatoryOf: [],
  }
  const wishes = { mayWrite: true, isFrozen: false, wantsNotices: true, onlyListens: false }
  return {
    actor,
    strategyId: 'strategy',
    documentId: 'doc',
    ...wishes,
    askAgain: async () => 'may write',
  }
}
