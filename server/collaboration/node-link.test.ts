import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createFakeUpdateLog, type FakeUpdateLog } from '../../test/fakes/update-log'
import type { Bus, BusListener, DocumentNews } from './bus'
import { Member } from './member'
import type { Outgoing } from './outgoing'
import { RoomKeeper } from './room-keeper'
import type { Room } from './room'
import { enterRoom, receiveMessage } from './room-messages'
import { Tally } from './tally'

let log: FakeUpdateLog
let keeper: RoomKeeper
let bus: BusLog
let now = 0

interface BusLog extends Bus {
  listener: BusListener | null
  readonly told: DocumentNews[]
}

beforeEach(() => {
  now = 1_000_000
  log = createFakeUpdateLog()
  log.createDocument('doc')
  bus = createBusLog()
  const note = () => undefined
  const logger = { info: note, warn: note, error: note }
  const nodes = { bus, readHeads: async () => new Map([['doc', await headOf()]]) }
  const extraRoots = new Set(['words'])
  const onCommitted = () => undefined
  keeper = new RoomKeeper({
    tally: new Tally(),
    log,
    logger,
    now: () => now,
    onCommitted,
    nodes,
    extraRoots,
  })
})
afterEach(() => keeper.close(100))

describe('what other nodes commit', () => {
  it('[CO111] is shown in its order, whichever order it is heard in', async () => {
    const { room, reader } = await enter()
    const [first, second, third] = await appendElsewhere('a', 'b', 'c')
    hear(3n, [third!])
    hear(2n, [second!])
    hear(1n, [first!])
    expect(reader.text()).toBe('abc')
    expect(room.head).toBe(3n)
    hear(2n, [second!, third!])
    expect(room.head).toBe(3n)
  })

  it('[CO111] is read from the log where something was not heard', async () => {
    const { reader } = await enter()
    const updates = await appendElsewhere('a', 'b', 'c')
    hear(3n, [updates[2]!])
    expect(reader.text()).toBe('')
    await vi.waitFor(() => expect(reader.text()).toBe('abc'))
  })

  it('[CO111] is shown in a room that sleeps, and stays in the document', async () => {
    const { room, reader } = await enter()
    room.content = null
    const updates = await appendElsewhere('a', 'b')
    hear(1n, [updates[0]!])
    expect(reader.text()).toBe('a')
    expect(room.content).toBeNull()
    const late = await enter()
    await vi.waitFor(() => expect(late.reader.text()).toBe('ab'))
    expect(reader.text()).toBe('ab')
  })

  it('[CO111] that was put away meanwhile sends everybody to come in again', async () => {
    const { room, member } = await enter()
    await appendElsewhere('a', 'b', 'c')
    const { readAfter } = log
    log.readAfter = async (id, seq) => (await readAfter(id, seq)).filter((one) => one.seq > 2n)
    keeper.lookAround()
    await vi.waitFor(() => expect(member.isClosed).toBe(true))
    expect(room.content).toBeNull()
  })

  it('[CO114] is found by looking at the log every few seconds when nothing is heard', async () => {
    const { reader } = await enter()
    await appendElsewhere('a')
    keeper.lookAround()
    await vi.waitFor(() => expect(reader.text()).toBe('a'))
  })

  it('[CO110] and what is committed here is told in one message', async () => {
    const { type } = await enter()
    bus.told.length = 0
    type('one')
    type('two')
    await vi.waitFor(() => expect(bus.told).toHaveLength(1))
    expect(bus.told[0]).toMatchObject({ type: 'committed', firstSeq: 1n, count: 2 })
  })
})

describe('the people of another node', () => {
  const entry = { clientId: 7, clock: 3, state: '{"name":"Jo"}', personId: 'jo' }

  it('[CO115] go when it is silent for long, and are back when it is heard of again', async () => {
    const { room, reader } = await enter()
    const hearJo = () => bus.listener?.hear('doc', 'far', { type: 'presence', entries: [entry] })
    hearJo()
    await vi.waitFor(() => expect(reader.present()).toContain(7))
    now += 24_000
    keeper.lookAround()
    expect(room.presence.encodeAll()).not.toBeNull()
    now += 2_000
    keeper.lookAround()
    expect(room.presence.encodeAll()).toBeNull()
    hearJo()
    expect(room.presence.encodeAll()).not.toBeNull()
  })

  it('[CO115] go when it ends', async () => {
    const { room } = await enter()
    bus.listener?.hear('doc', 'far', { type: 'presence', entries: [entry] })
    bus.listener?.nodeLeft('far')
    expect(room.presence.encodeAll()).toBeNull()
  })
})

function hear(firstSeq: bigint, updates: readonly Uint8Array[]): void {
  const news = { type: 'committed', firstSeq, count: updates.length, updates } as const
  bus.listener?.hear('doc', 'far', news)
}

/** What a client at another node wrote, each piece committed by itself. */
async function appendElsewhere(...pieces: readonly string[]): Promise<Uint8Array[]> {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const piece of pieces) doc.getText('words').insert(doc.getText('words').length, piece)
  for (const bytes of updates)
    await log.append([{ documentId: 'doc', updates: [{ bytes, personId: 'far' }] }])
  return updates
}

async function headOf(): Promise<bigint> {
  return (await log.load('doc'))?.head ?? 0n
}

/** A socket in the room that applies what it is sent. */
async function enter() {
  const room = keeper.open('strategy', 'doc')
  const reader = createReader()
  const member = new Member(reader.connection, ADMISSION as never, () => now)
  enterRoom(room, member)
  receiveMessage(room, member, { type: 'step1', stateVector: new Map() })
  await vi.waitFor(() => expect(member.follows).toBe(true))
  return { room, member, reader, type: createWriter(room, member) }
}

function createWriter(room: Room, member: Member): (piece: string) => void {
  const doc = new Y.Doc()
  doc.on('update', (bytes: Uint8Array) =>
    receiveMessage(room, member, { type: 'document', bytes, answersStep1: false }),
  )
  return (piece) => doc.getText('words').insert(0, piece)
}

function createReader() {
  const doc = new Y.Doc()
  const present = new Set<number>()
  return {
    text: () => doc.getText('words').toString(),
    present: () => [...present],
    connection: {
      unsentBytes: 0,
      isOpen: true,
      send({ messages }: Outgoing) {
        for (const message of messages) {
          if (message[0] === 0 && message[1] === 2) Y.applyUpdate(doc, bodyOf(message))
          if (message[0] === 1 && (message[2] ?? 0) > 0) present.add(message[3] ?? 0)
        }
      },
      close: () => undefined,
      terminate: () => undefined,
      ping: () => undefined,
    } as never,
  }
}

/** What these messages carry is shorter than 128 bytes, so its length is one byte. */
function bodyOf(message: Uint8Array): Uint8Array {
  return message.slice(3)
}

const ADMISSION = {
  actor: { personId: 'chair', name: 'Chair', organisationName: 'Here' },
  strategyId: 'strategy',
  documentId: 'doc',
  mayWrite: true,
  isFrozen: false,
  wantsNotices: false,
  onlyListens: false,
  askAgain: async () => 'may write',
}

function createBusLog(): BusLog {
  const told: DocumentNews[] = []
  const log: BusLog = {
    listener: null,
    told,
    listen: (listener) => void (log.listener = listener),
    join: async () => undefined,
    leave: () => undefined,
    tell: (_documentId, news) => void told.push(news),
    tellChanged: () => undefined,
  }
  return log
}
