import * as Y from 'yjs'
import { expect } from 'vitest'
import { createDocument } from '../../app/document/create'
import { readStrategy } from '../../app/document/read'
import type { Database } from '../../server/persistence/database'
import { createUpdateLog } from '../../server/persistence/update-log'
import { buildContent } from '../build/build-content'
import { pause, until } from '../collaboration/live-client'
import { type Client, buildClient } from '../convergence/build-client'
import { MODES, type Random, Tokens, createRandom, editAtRandom } from '../convergence/random-edits'
import type { FaultServer } from './fault-server'
import { type EditContext, FUZZ_ORIGIN, editOnce } from './fuzz-edits'
import { expectConverged, isSame, readFromDisk } from './invariants'
import { Writer } from './writer'

export interface FuzzWorld {
  readonly db: Database
  readonly server: FaultServer
  readonly operations: number
}

export interface FuzzFigures {
  operations: number
  drops: number
  undone: number
}

const PEERS = 5
/** In a hundred operations. */
const DROPS = 3
/** Every so many seeds the peers are the product's editors instead of writers of the bare document. */
const EDITORS_EVERY = 10

interface Peer {
  readonly writer: Writer
  readonly undo: Y.UndoManager
  readonly editor: Client | null
  /** Connects again after so many more operations of the run. */
  awayFor: number
}

/** One document, five peers, so many operations with breaks; then everybody must hold the same, and the disk as well. */
export async function runSeed(world: FuzzWorld, seed: number, figures: FuzzFigures): Promise<void> {
  const random = createRandom(seed * 2_654_435 + 97)
  const ids = await createFuzzDocument(world.db, seed)
  const peers = await Promise.all(
    Array.from({ length: PEERS }, (_, who) => enter(world.server, { ...ids, seed, who })),
  )
  try {
    const tokens = new Tokens()
    for (let n = 0; n < world.operations; n += 1) {
      const peer = peers[random(PEERS)]
      if (!peer) continue
      operate(peer, { random, tokens, figures })
      for (const other of peers) tickAway(other)
      if (random(100) < DROPS) drop(peers[random(PEERS)], { random, figures })
      await breathe()
    }
    await meet(world, peers, ids.documentId)
  } finally {
    for (const { writer } of peers) writer.destroy()
  }
}

interface OperationContext {
  readonly random: Random
  readonly tokens: Tokens
  readonly figures: FuzzFigures
}

function operate(peer: Peer, { random, tokens, figures }: OperationContext): void {
  const { writer, undo, editor } = peer
  figures.operations += 1
  if (random(12) === 0) {
    figures.undone += 1
    if (random(3) === 0) undo.redo()
    else undo.undo()
  } else if (editor) editAtRandom(editor, { random, tokens, kinds: MODES.all })
  else editOnce({ doc: writer.doc, random, undo } satisfies EditContext)
  if (random(4) === 0) undo.stopCapturing()
}

function drop(peer: Peer | undefined, { random, figures }: Omit<OperationContext, 'tokens'>): void {
  if (!peer || peer.awayFor > 0) return
  figures.drops += 1
  if (random(2) === 0) {
    peer.writer.breakOff()
    return
  }
  peer.writer.provider.disconnect()
  peer.awayFor = 5 + random(40)
}

function tickAway(peer: Peer): void {
  if (peer.awayFor === 0) return
  peer.awayFor -= 1
  if (peer.awayFor === 0) peer.writer.provider.connect()
}

/** The same on all peers and on the disk, nothing pending, and a newcomer reads the same strategy. */
async function meet(world: FuzzWorld, peers: readonly Peer[], documentId: string): Promise<void> {
  for (const { writer } of peers) writer.provider.connect()
  const docs = peers.map(({ writer }) => writer.doc)
  let stored = new Y.Doc()
  // An editor may still write a repair of its own after it has heard of the last edit.
  await until(
    async () => {
      if (peers.some(({ writer }) => writer.hasUnsaved)) return false
      stored = await readFromDisk(world.db, documentId)
      return docs.every((doc) => isSame(doc, stored))
    },
    'all peers hold what is stored',
    60_000,
  )
  for (const doc of docs) expectConverged(doc, stored)
  expect(readStrategy(stored)).toEqual(readStrategy(docs[0] ?? stored))
  for (const { writer } of peers)
    expect(writer.closes.filter(({ code }) => isRefusal(code))).toEqual([])
}

function isRefusal(code: number): boolean {
  return code >= 4400 && code < 4500
}

async function enter(
  server: FaultServer,
  { strategyId, who, seed }: { strategyId: string; who: number; seed: number },
): Promise<Peer> {
  const doc = new Y.Doc()
  // Ids decide who comes first where two write at one place: a replay has the same.
  doc.clientID = seed * 10 + who + 2
  const cookie = who % 2 ? server.cookies.editor : server.cookies.chair
  const writer = new Writer({
    name: String(who),
    port: server.port,
    cookie,
    strategyId,
    doc,
    maxWaitMs: 100,
  })
  await writer.synced(60_000)
  const undo = new Y.UndoManager(
    ['chapters', 'blocks', 'notes'].map((root) => doc.getMap(root)),
    {
      doc,
      trackedOrigins: new Set([FUZZ_ORIGIN]),
    },
  )
  const editor =
    seed % EDITORS_EVERY === EDITORS_EVERY - 1 ? buildClient(doc, { chapterId: 'foreword' }) : null
  return { writer, undo: editor?.undoManager ?? undo, editor, awayFor: 0 }
}

/** Lets what was sent go out and what came in be heard. */
async function breathe(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (Math.random() < 0.02) await pause(1)
}

async function createFuzzDocument(
  db: Database,
  seed: number,
): Promise<{ strategyId: string; documentId: string }> {
  const [strategyId, documentId] = [`strategy-fuzz-${seed}`, `doc-fuzz-${seed}`]
  await db.prisma.liveDocument.create({ data: { id: documentId } })
  const rest = { horizonFrom: 2026, horizonTo: 2031, state: 'drafting', kind: 'icp' }
  await db.prisma.strategy.create({
    data: {
      id: strategyId,
      partnershipId: 'here',
      title: 'Fuzz',
      slug: strategyId,
      documentId,
      ...rest,
    },
  })
  const log = createUpdateLog(db)
  const bytes = Y.encodeStateAsUpdate(createDocument(buildContent(), { clientId: 1 }))
  await log.claimClients([{ documentId, clientId: 1, personId: null }])
  await log.append([{ documentId, updates: [{ bytes, personId: null }] }])
  return { strategyId, documentId }
}
