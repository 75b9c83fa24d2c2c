import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createFakeUpdateLog, type FakeUpdateLog } from '../../test/fakes/update-log'
import { Member, type Standing } from './member'
import { RECHECK_MS } from './member-rights'
import { RoomKeeper } from './room-keeper'
import { enterRoom, receiveMessage } from './room-messages'
import { Tally } from './tally'

let log: FakeUpdateLog
let keeper: RoomKeeper
let now = 0

beforeEach(() => {
  now = 1_000_000
  log = createFakeUpdateLog()
  log.createDocument('doc')
  const note = () => undefined
  const logger = { info: note, warn: note, error: note }
  const extraRoots = new Set(['words'])
  keeper = new RoomKeeper({
    tally: new Tally(),
    log,
    logger,
    now: () => now,
    onCommitted: note,
    extraRoots,
  })
})
afterEach(() => keeper.close(100))

describe('S21 somebody whose rights are in doubt', () => {
  it('[CO116] has nothing stored until it is known, and everything after that', async () => {
    const { answer, type, head } = await enter()
    const settled = keeper.rights.recheckPerson('editor')
    type('held')
    await wait(50)
    expect(await head()).toBe(0n)
    answer('may write')
    await settled
    await vi.waitFor(async () => expect(await head()).toBe(1n))
    type('again')
    await vi.waitFor(async () => expect(await head()).toBe(2n))
  })

  it.each(['may read', 'gone'] as const)(
    '[CO116] has nothing stored at all when the answer is: %s',
    async (standing) => {
      const { answer, type, head, closes } = await enter()
      const settled = keeper.rights.recheckPerson('editor')
      type('held')
      answer(standing)
      await settled
      type('late')
      await wait(50)
      expect(await head()).toBe(0n)
      expect(closes).toEqual([4403])
    },
  )

  it('[CO116] comes again when nobody can say', async () => {
    const { answer, type, head, closes } = await enter()
    const settled = keeper.rights.recheckPerson('editor')
    type('held')
    answer(new Error('the database is away'))
    await settled
    expect(closes).toEqual([4503])
    expect(await head()).toBe(0n)
  })

  it('[CO116] and nobody else waits', async () => {
    const { answer, type, head } = await enter()
    const settled = keeper.rights.recheckPerson('somebody else')
    type('at once')
    await vi.waitFor(async () => expect(await head()).toBe(1n))
    answer('may write')
    await settled
  })
})

describe('everybody connected', () => {
  it('[CO117] is asked about every five minutes, and is using the session only when writing', async () => {
    const { answer, type, asked, closes } = await enter()
    type('written')
    now += RECHECK_MS
    keeper.lookAround()
    expect(asked).toEqual([true])
    answer('may write')
    await wait(1)
    now += RECHECK_MS - 1
    keeper.lookAround()
    expect(asked).toEqual([true])
    now += 1
    keeper.lookAround()
    expect(asked).toEqual([true, false])
    answer('gone')
    await vi.waitFor(() => expect(closes).toEqual([4403]))
  })

  it('[CO117] stays when the database is away', async () => {
    const { answer, closes } = await enter()
    now += RECHECK_MS
    keeper.lookAround()
    answer(new Error('the database is away'))
    await wait(10)
    expect(closes).toEqual([])
  })
})

/** An editor whose rights are what the test says, when it says so. */
async function enter() {
  const room = keeper.open('strategy', 'doc')
  const closes: number[] = []
  const asked: boolean[] = []
  const waiting: ((answer: Standing | Error) => void)[] = []
  const admission = {
    actor: { personId: 'editor', name: 'Editor', organisationName: 'Here' },
    strategyId: 'strategy',
    documentId: 'doc',
    mayWrite: true,
    isFrozen: false,
    wantsNotices: false,
    onlyListens: false,
    askAgain(isInUse = false) {
      asked.push(isInUse)
      return new Promise<Standing>((resolve, reject) => {
        waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)))
      })
    },
  }
  const connection = {
    unsentBytes: 0,
    isOpen: true,
    send: () => undefined,
    close: (code: number) => void closes.push(code),
    terminate: () => undefined,
    ping: () => undefined,
  }
  const member = new Member(connection as never, admission as never, () => now)
  enterRoom(room, member)
  receiveMessage(room, member, { type: 'step1', stateVector: new Map() })
  await vi.waitFor(() => expect(member.follows).toBe(true))
  const doc = new Y.Doc()
  doc.on('update', (bytes: Uint8Array) => {
    if (!member.isClosed)
      receiveMessage(room, member, { type: 'document', bytes, answersStep1: false })
  })
  return {
    closes,
    asked,
    answer: (said: Standing | Error) => waiting.shift()?.(said),
    type: (piece: string) => doc.getText('words').insert(0, piece),
    head: async () => (await log.load('doc'))?.head,
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
