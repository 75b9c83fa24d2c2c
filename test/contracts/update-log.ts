import { describe, expect, it } from 'vitest'
import {
  type ClientClaim,
  LogTrimmed,
  LogUnavailable,
  type Snapshot,
  type UpdateLog,
} from '../../server/collaboration/update-log'

/** What a suite needs to make trouble for the log it tests. */
export interface UpdateLogWorld {
  readonly log: UpdateLog
  readonly createDocument: (id: string) => Promise<void>
  readonly freeze: (id: string) => Promise<void>
  readonly suggestOnly: (id: string) => Promise<void>
  /** As if an edition of the whole document had been made. */
  readonly addEdition: (id: string) => Promise<void>
  /** The next append fails although it was committed. */
  readonly loseNextAnswer: () => void
}

/** Every implementation of the log passes this. */
export function describeUpdateLog(name: string, build: () => Promise<UpdateLogWorld>): void {
  describe(`update log: ${name}`, () => {
    it('[CO1] numbers updates from 1 without a gap, in order', async () => {
      const { log } = await withDocuments(build, 'a')
      expect(await append(log, 'a', ['one', 'two'])).toEqual({ state: 'committed', firstSeq: 1n })
      expect(await append(log, 'a', ['three'])).toEqual({ state: 'committed', firstSeq: 3n })
      expect(await read(log, 'a')).toEqual([
        [1n, 'one'],
        [2n, 'two'],
        [3n, 'three'],
      ])
    })

    it('[CO1] keeps each document’s own sequence in a group', async () => {
      const { log } = await withDocuments(build, 'a', 'b')
      await append(log, 'b', ['before'])
      const results = await log.append([
        { documentId: 'a', updates: encode(['one', 'two', 'three']) },
        { documentId: 'b', updates: encode(['four', 'five']) },
      ])
      expect(results.get('a')).toEqual({ state: 'committed', firstSeq: 1n })
      expect(results.get('b')).toEqual({ state: 'committed', firstSeq: 2n })
      expect((await read(log, 'b')).map(([, text]) => text)).toEqual(['before', 'four', 'five'])
    })

    it('[CO1] has neither gap nor double when many write at once', async () => {
      const { log } = await withDocuments(build, 'a', 'b')
      const writers = Array.from({ length: 24 }, (_, writer) =>
        append(
          log,
          writer % 2 ? 'a' : 'b',
          Array.from({ length: (writer % 5) + 1 }, (_, n) => `${writer}.${n}`),
        ),
      )
      await Promise.all(writers)
      for (const id of ['a', 'b']) {
        const rows = await read(log, id)
        expect(rows.map(([seq]) => seq)).toEqual(rows.map((_, index) => BigInt(index + 1)))
        expect(new Set(rows.map(([, text]) => text)).size).toBe(rows.length)
        expect((await log.load(id))?.head).toBe(BigInt(rows.length))
      }
    })

    it('[CO2] stores nothing in a frozen document and serves the others', async () => {
      const { log, freeze } = await withDocuments(build, 'a', 'b')
      await append(log, 'a', ['kept'])
      await freeze('a')
      const results = await log.append([
        { documentId: 'a', updates: encode(['late']) },
        { documentId: 'b', updates: encode(['fine']) },
        { documentId: 'nowhere', updates: encode(['lost']) },
      ])
      expect(results.get('a')).toEqual({ state: 'frozen' })
      expect(results.get('b')).toEqual({ state: 'committed', firstSeq: 1n })
      expect(results.get('nowhere')).toEqual({ state: 'unknown' })
      expect((await read(log, 'a')).map(([, text]) => text)).toEqual(['kept'])
      expect(await log.load('a')).toMatchObject({ head: 1n, frozen: true })
    })

    it('[CO151] takes decisions and nothing that was typed in suggesting only', async () => {
      const { log, suggestOnly, freeze } = await withDocuments(build, 'a', 'b')
      await append(log, 'a', ['kept'])
      await suggestOnly('a')
      const results = await log.append([
        { documentId: 'a', updates: encode(['typed']) },
        { documentId: 'b', updates: encode(['fine']) },
      ])
      expect(results.get('a')).toEqual({ state: 'suggesting' })
      expect(results.get('b')).toEqual({ state: 'committed', firstSeq: 1n })
      const [decided] = encode(['decided'])
      if (!decided) throw new Error('nothing to append')
      const decision = { ...decided, isDecision: true }
      const mixed = [{ documentId: 'a', updates: [decision, ...encode(['typed'])] }]
      expect((await log.append(mixed)).get('a')).toEqual({ state: 'suggesting' })
      const alone = [{ documentId: 'a', updates: [decision] }]
      expect((await log.append(alone)).get('a')).toEqual({ state: 'committed', firstSeq: 2n })
      await freeze('a')
      expect((await log.append(alone)).get('a')).toEqual({ state: 'frozen' })
      expect((await read(log, 'a')).map(([, text]) => text)).toEqual(['kept', 'decided'])
    })

    it('[CO3] finds on a further attempt what was committed without an answer', async () => {
      const { log, loseNextAnswer } = await withDocuments(build, 'a')
      await append(log, 'a', ['before'])
      loseNextAnswer()
      await expect(append(log, 'a', ['one', 'two'])).rejects.toBeInstanceOf(LogUnavailable)
      await append(log, 'a', ['by another'])
      const again = [{ documentId: 'a', updates: encode(['one', 'two']), retryAfter: 1n }]
      expect((await log.append(again)).get('a')).toEqual({ state: 'committed', firstSeq: 2n })
      expect((await read(log, 'a')).map(([, text]) => text)).toEqual([
        'before',
        'one',
        'two',
        'by another',
      ])
    })

    it('[CO3] appends on a further attempt what is not there', async () => {
      const { log } = await withDocuments(build, 'a')
      await append(log, 'a', ['one', 'one', 'two'])
      const again = [{ documentId: 'a', updates: encode(['two', 'three']), retryAfter: 1n }]
      expect((await log.append(again)).get('a')).toEqual({ state: 'committed', firstSeq: 4n })
      expect((await read(log, 'a')).map(([, text]) => text)).toEqual([
        'one',
        'one',
        'two',
        'two',
        'three',
      ])
    })

    it('[CO3] finds what landed before the freeze', async () => {
      const { log, freeze } = await withDocuments(build, 'a')
      await append(log, 'a', ['one'])
      await freeze('a')
      const again = [{ documentId: 'a', updates: encode(['one']), retryAfter: 0n }]
      expect((await log.append(again)).get('a')).toEqual({ state: 'committed', firstSeq: 1n })
    })

    it('[CO4] loads the newest snapshot and what came after it', async () => {
      const { log } = await withDocuments(build, 'a')
      await append(log, 'a', ['one', 'two', 'three'])
      await log.saveSnapshot('a', buildSnapshot(1n))
      await log.saveSnapshot('a', buildSnapshot(2n))
      await log.saveSnapshot('a', buildSnapshot(2n))
      const stored = await log.load('a')
      expect(stored?.snapshot?.seq).toBe(2n)
      expect(stored?.snapshot?.parts.map((part) => Buffer.from(part).toString())).toEqual([
        'state 2',
        'and more',
      ])
      expect(stored?.tail.map(({ seq }) => seq)).toEqual([3n])
      expect(await log.load('nowhere')).toBeNull()
    })

    it('[CO74] puts updates away once an edition and the snapshot before the newest hold them', async () => {
      const { log, addEdition } = await withDocuments(build, 'a')
      await append(log, 'a', ['one', 'two'])
      await log.saveSnapshot('a', buildSnapshot(1n))
      await log.saveSnapshot('a', buildSnapshot(2n))
      expect(await read(log, 'a')).toHaveLength(2)
      await addEdition('a')
      await append(log, 'a', ['three', 'four'])
      await log.saveSnapshot('a', buildSnapshot(3n))
      expect(await read(log, 'a', 2n)).toEqual([
        [3n, 'three'],
        [4n, 'four'],
      ])
      expect(await log.load('a')).toMatchObject({
        head: 4n,
        snapshot: { seq: 3n },
        tail: [{ seq: 4n }],
      })
      // The edition is of sequence 2, so the rest stays whatever else is snapshotted.
      await log.saveSnapshot('a', buildSnapshot(4n))
      expect(await read(log, 'a', 2n)).toHaveLength(2)
    })

    it('[CO75] says that updates were put away instead of leaving them out', async () => {
      const { log, addEdition } = await withDocuments(build, 'a')
      await append(log, 'a', ['one', 'two'])
      await addEdition('a')
      await log.saveSnapshot('a', buildSnapshot(1n))
      await log.saveSnapshot('a', buildSnapshot(2n))
      await expect(log.readAfter('a', 0n)).rejects.toBeInstanceOf(LogTrimmed)
      expect(await read(log, 'a', 1n)).toEqual([[2n, 'two']])
      await log.saveSnapshot('a', buildSnapshot(3n))
      await expect(log.readAfter('a', 1n)).rejects.toBeInstanceOf(LogTrimmed)
      expect(await read(log, 'a', 2n)).toEqual([])
    })

    it('[CO4] keeps bytes as they are', async () => {
      const { log } = await withDocuments(build, 'a')
      const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      await log.append([{ documentId: 'a', updates: [{ bytes: every, personId: null }] }])
      const stored = await log.load('a')
      expect(Buffer.from(stored?.tail[0]?.bytes ?? [])).toEqual(Buffer.from(every))
    })

    it('[CO90] gives a client id to the first who claims it, in each document', async () => {
      const { log } = await withDocuments(build, 'a', 'b')
      expect(await log.claimClients([claim('a', 7, 'chair'), claim('b', 7, 'editor')])).toEqual([])
      expect(await log.claimClients([claim('a', 7, 'chair')])).toEqual([])
      expect(await log.claimClients([claim('a', 7, 'editor'), claim('a', 8, 'editor')])).toEqual([
        claim('a', 7, 'editor'),
      ])
      expect(await log.claimClients([claim('a', 8, 'chair')])).toEqual([claim('a', 8, 'chair')])
    })

    it('[CO90] lets nobody write with a client id of the program’s own', async () => {
      const { log } = await withDocuments(build, 'a')
      expect(await log.claimClients([claim('a', 1, null)])).toEqual([])
      expect(await log.claimClients([claim('a', 1, null)])).toEqual([])
      expect(await log.claimClients([claim('a', 1, 'chair')])).toEqual([claim('a', 1, 'chair')])
    })

    it('[CO90] gives one id to one person when many claim it at once', async () => {
      const { log } = await withDocuments(build, 'a')
      const ids = [5, 4_294_967_295, 3]
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          log.claimClients((n % 2 ? ids : ids.toReversed()).map((id) => claim('a', id, `p${n}`))),
        ),
      )
      for (const id of ids) {
        const refused = answers.filter((foreign) => foreign.some(({ clientId }) => clientId === id))
        expect(refused).toHaveLength(11)
      }
    })

    it('[CO90] has nothing to claim in a document that does not exist', async () => {
      const { log } = await withDocuments(build)
      expect(await log.claimClients([claim('nowhere', 1, 'chair')])).toEqual([])
    })
  })
}

function claim(documentId: string, clientId: number, personId: string | null): ClientClaim {
  return { documentId, clientId, personId }
}

async function withDocuments(
  build: () => Promise<UpdateLogWorld>,
  ...ids: string[]
): Promise<UpdateLogWorld> {
  const world = await build()
  for (const id of ids) await world.createDocument(id)
  return world
}

async function append(log: UpdateLog, documentId: string, texts: string[]) {
  return (await log.append([{ documentId, updates: encode(texts) }])).get(documentId)
}

async function read(log: UpdateLog, documentId: string, after = 0n): Promise<[bigint, string][]> {
  const rows = await log.readAfter(documentId, after)
  return rows.map(({ seq, bytes }) => [seq, Buffer.from(bytes).toString()])
}

function encode(texts: string[]) {
  return texts.map((text) => ({ bytes: Buffer.from(text), personId: 'person-chair' }))
}

function buildSnapshot(seq: bigint): Snapshot {
  return {
    seq,
    parts: [Buffer.from(`state ${seq}`), Buffer.from('and more')],
    stateVector: Buffer.from('sv'),
    deleteSet: Buffer.from('ds'),
  }
}
