import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeUpdateLog, type FakeUpdateLog } from '../../test/fakes/update-log'
import { CommitQueue, type CommitTarget, type QueuedEdit } from './commit-queue'
import type { LoggedUpdate } from './update-log'

let log: FakeUpdateLog
let queue: CommitQueue<QueuedEdit>

beforeEach(() => {
  log = createFakeUpdateLog()
  log.createDocument('a')
  log.createDocument('b')
  const quiet = () => undefined
  queue = new CommitQueue(log, { info: quiet, warn: quiet, error: quiet })
})

describe('group commit', () => {
  it('[CO5] what arrives during a commit forms the next one', async () => {
    const target = new Target('a')
    queue.add(target, edit('first'))
    await vi.waitFor(() => expect(log.appends).toBe(1), { interval: 1 })
    for (let n = 0; n < 50; n += 1) queue.add(target, edit(`later ${n}`))
    await vi.waitFor(() => expect(target.stored).toHaveLength(51))
    expect(log.appends).toBeLessThanOrEqual(3)
    expect(target.stored[50]).toBe('later 49')
  })

  it('[CO5] a message that brings nothing waits for what came before it', async () => {
    const target = new Target('a')
    log.failure = 'before commit'
    queue.add(target, edit('slow'))
    queue.add(target, { bytes: null, personId: 'p' })
    await vi.waitFor(() => expect(log.appends).toBeGreaterThan(0))
    expect(target.settled).toBe(0)
    log.failure = 'none'
    await vi.waitFor(() => expect(target.settled).toBe(2))
  })

  it('[CO13] counts what waits while the database is away', async () => {
    log.failure = 'before commit'
    queue.add(new Target('a'), edit('12345'))
    queue.add(new Target('b'), edit('678'))
    expect(queue.waitingBytes).toBe(8)
    log.failure = 'none'
    await vi.waitFor(() => expect(queue.waitingBytes).toBe(0))
  })

  it('[CO15] one document’s trouble is not the others’', async () => {
    const [good, bad] = [new Target('a'), new Target('b')]
    const { append } = log
    log.append = async (batch) => {
      if (batch.some(({ documentId }) => documentId === 'b')) throw new Error('value out of range')
      return append(batch)
    }
    queue.add(bad, edit('poison'))
    queue.add(good, edit('fine'))
    await vi.waitFor(() => expect(good.stored).toEqual(['fine']))
    await vi.waitFor(() => expect(bad.refusals).toEqual(['failed']))
    expect(queue.waitingBytes).toBe(0)
  })

  it('[CO2] a frozen document refuses everything that waits for it', async () => {
    const target = new Target('a')
    log.freeze('a')
    queue.add(target, edit('late'))
    queue.add(target, edit('later'))
    await vi.waitFor(() => expect(target.refusals).toEqual(['frozen']))
    expect(target.refused).toHaveBeenCalledWith('frozen', [edit('late'), edit('later')])
  })

  it('[CO16] what another program appended is handed over in its place', async () => {
    const target = new Target('a')
    await log.append([
      { documentId: 'a', updates: [{ bytes: Buffer.from('other'), personId: null }] },
    ])
    queue.add(target, edit('mine'))
    await vi.waitFor(() => expect(target.stored).toEqual(['other', 'mine']))
    expect(target.head).toBe(2n)
  })

  it('[CO44] stopping waits for what is under way', async () => {
    const target = new Target('a')
    queue.add(target, edit('last'))
    await queue.stop(5_000)
    expect(target.stored).toEqual(['last'])
  })

  it('[CO44] stopping gives up on a database that stays away', async () => {
    log.failure = 'before commit'
    queue.add(new Target('a'), edit('lost'))
    const start = Date.now()
    await queue.stop(300)
    expect(Date.now() - start).toBeLessThan(3_000)
  })
})

class Target implements CommitTarget<QueuedEdit> {
  head = 0n
  settled = 0
  readonly stored: string[] = []
  readonly refusals: string[] = []
  readonly refused = vi.fn<(reason: string) => void>((reason) => void this.refusals.push(reason))

  constructor(readonly documentId: string) {}

  committed(edits: readonly QueuedEdit[], firstSeq: bigint, missed: readonly LoggedUpdate[]): void {
    for (const { bytes } of missed) this.take(bytes)
    if (this.head !== firstSeq - 1n) throw new Error('a gap')
    for (const { bytes } of edits) if (bytes) this.take(bytes)
    this.settled += edits.length
  }

  private take(bytes: Uint8Array): void {
    this.stored.push(Buffer.from(bytes).toString())
    this.head += 1n
  }
}

function edit(text: string): QueuedEdit {
  return { bytes: Buffer.from(text), personId: 'p' }
}
