import * as Y from 'yjs'
import { type Client, now } from '../clients/client'
import { countTyped, startParagraph } from '../clients/fixtures'
import { sleep, until, within } from '../machine/time'
import type { LoadContext } from './context'
import { Writer } from './writer'

export interface BurstTask {
  readonly prefix: string
  readonly rooms: number
  readonly editsPerRoom: number
  readonly rate: number
  readonly killAfterMs: number
}

/** Two people a room, one types; the server is killed so long after the last edit was seen by the other. */
export async function runBurst(context: LoadContext, task: BurstTask) {
  const pairs = await openPairs(context, task)
  await sleep(600)
  const before = countAcknowledged(pairs)
  await Promise.all(
    pairs.map(async ({ paragraph }, index) => {
      await sleep(index * 7)
      for (let edit = 0; edit < task.editsPerRoom; edit += 1) {
        paragraph.insert(paragraph.length, 'e')
        await sleep(1000 / task.rate)
      }
    }),
  )
  await until(() => pairs.every(({ read }) => countTyped(read) >= task.editsPerRoom), 5000)
  const seen = pairs.map(({ read }) => countTyped(read))
  const acked = countAcknowledged(pairs) - before
  await sleep(task.killAfterMs)
  context.kill()
  for (const { writer, reader } of pairs) for (const client of [writer, reader]) client.terminate()
  return { seen, acked, typed: task.rooms * task.editsPerRoom }
}

export interface LoadedKillTask {
  readonly prefix: string
  readonly rooms: number
  readonly rate: number
  readonly seconds: number
}

/** Many rooms at a high rate, killed without a pause; what somebody else had received counts as seen. */
export async function runLoadedKill(context: LoadContext, task: LoadedKillTask) {
  const need = Math.ceil((task.rate / task.rooms) * task.seconds) + 2
  const seen = Array.from({ length: task.rooms }, () => 0)
  const writers = seen.map((_, index) => {
    const room = `${task.prefix}-${index}`
    const own = 200_000 + index
    let preface = 0
    const writer = new Writer(context.connect({ room, index: 2 * index }), own, (doc) => {
      const paragraph = startParagraph(doc)
      preface = Y.getState(doc.store, own)
      return () => paragraph.insert(paragraph.length, 'e')
    })
    writer.prepare(need)
    const reader = context.connect({ room, index: 2 * index + 1 })
    reader.recorder = {
      noteReceived: (client, { to }) => {
        if (client === own) seen[index] = Math.max(seen[index] ?? 0, to - preface)
      },
    }
    return { writer, reader }
  })
  await context.openAll(
    writers.flatMap(({ writer, reader }) => [writer.client, reader]),
    40,
  )
  for (const { writer } of writers) writer.sendNext()
  await sleep(500)
  const acknowledged = () =>
    writers.reduce((sum, { writer }) => sum + writer.client.acknowledged, 0)
  const before = acknowledged()
  const start = now()
  let sent = 0
  while (now() - start < task.seconds * 1000) {
    for (const due = ((now() - start) / 1000) * task.rate; sent < due; sent += 1)
      writers[sent % task.rooms]?.writer.sendNext()
    await sleep(2)
  }
  context.kill()
  // What had arrived by then counts; what is still in the sockets' buffers was sent before the end, so it counts too.
  await sleep(200)
  const acked = acknowledged() - before
  for (const { writer, reader } of writers)
    for (const client of [writer.client, reader]) client.terminate()
  return { sent: writers.reduce((sum, { writer }) => sum + writer.sent, 0), acked, seen }
}

export interface CountTask {
  readonly prefix: string
  readonly rooms: number
  readonly graceMs: number
}

/** What new clients find after a restart. */
export async function runCount(context: LoadContext, task: CountTask) {
  const clients = Array.from({ length: task.rooms }, (_, index) =>
    context.connect({ room: `${task.prefix}-${index}`, index, doc: new Y.Doc() }),
  )
  for (const client of clients) {
    await client.connect()
    await within(client.synced, 20_000, 'syncing')
  }
  await sleep(task.graceMs)
  const present = clients.map((client) => (client.doc ? countTyped(client.doc) : 0))
  for (const client of clients) client.terminate()
  return { present }
}

export interface KillRoundTask {
  readonly prefix: string
  readonly rooms: number
  readonly rate: number
  /** The clients stay, come back and bring what the server lacks; otherwise they vanish with it. */
  readonly stay: boolean
}

const SHORTEST_MS = 300
const LONGEST_MS = 1500

/**
 * Killed at a random moment while people type. Vanished clients: everything seen or acknowledged must be there.
 * Clients that stay: everything they ever typed, once.
 */
export async function runKillRound(context: LoadContext, task: KillRoundTask) {
  const pairs = await openPairs(context, task)
  await sleep(300)
  const base = pairs.map(({ writer }) => writer.acknowledged)
  const timers = pairs.map(({ paragraph }) =>
    setInterval(() => paragraph.insert(paragraph.length, 'e'), 1000 / task.rate),
  )
  await sleep(SHORTEST_MS + (LONGEST_MS - SHORTEST_MS) * context.random())
  context.kill()
  await sleep(100)
  for (const timer of timers) clearInterval(timer)
  const typed = pairs.map(({ writer }) => countTyped(writer.doc ?? new Y.Doc()))
  const promised = pairs.map(({ read, writer }, index) =>
    Math.max(countTyped(read), writer.acknowledged - (base[index] ?? 0)),
  )
  if (!task.stay)
    for (const { writer, reader } of pairs)
      for (const client of [writer, reader]) client.terminate()
  const must = task.stay ? typed : promised
  const present = await findAfterRestart(context, task, { pairs, must })
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    typed: sum(typed),
    promised: sum(must),
    lost: sum(must.map((count, index) => Math.max(0, count - (present[index] ?? 0)))),
    duplicated: sum(present.map((count, index) => Math.max(0, count - (typed[index] ?? 0)))),
  }
}

async function findAfterRestart(
  context: LoadContext,
  task: KillRoundTask,
  { pairs, must }: { pairs: readonly Pair[]; must: readonly number[] },
): Promise<number[]> {
  if (task.stay)
    for (const { writer, reader } of pairs)
      for (const client of [writer, reader]) await comeBack(client)
  const docs: Y.Doc[] = []
  const fresh: Client[] = []
  for (let index = 0; index < task.rooms; index += 1) {
    const doc = new Y.Doc()
    const client = context.connect({ room: `${task.prefix}-${index}`, index: index + 50, doc })
    await comeBack(client)
    docs.push(doc)
    fresh.push(client)
  }
  await until(() => docs.every((doc, index) => countTyped(doc) >= (must[index] ?? 0)), 3000)
  await sleep(300)
  for (const client of fresh) client.terminate()
  return docs.map(countTyped)
}

/** The server is being started again meanwhile. */
async function comeBack(client: Client): Promise<void> {
  const end = Date.now() + 60_000
  for (;;) {
    try {
      await client.connect()
      await within(client.synced, 20_000, 'syncing')
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await sleep(100)
    }
  }
}

interface Pair {
  readonly writer: Client
  readonly reader: Client
  readonly read: Y.Doc
  readonly paragraph: Y.XmlText
}

async function openPairs(
  context: LoadContext,
  { prefix, rooms }: { prefix: string; rooms: number },
): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let index = 0; index < rooms; index += 1) {
    const room = `${prefix}-${index}`
    const write = new Y.Doc()
    const read = new Y.Doc()
    const writer = context.connect({ room, index: 2 * index, doc: write })
    const reader = context.connect({ room, index: 2 * index + 1, doc: read })
    await writer.connect()
    await reader.connect()
    await within(Promise.all([writer.synced, reader.synced]), 20_000, 'syncing')
    pairs.push({ writer, reader, read, paragraph: startParagraph(write) })
  }
  return pairs
}

function countAcknowledged(pairs: readonly Pair[]): number {
  return pairs.reduce((sum, { writer }) => sum + writer.acknowledged, 0)
}
