import * as Y from 'yjs'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { type Client, now } from '../clients/client'
import { type FixtureName, findParagraph, readFixture } from '../clients/fixtures'
import { rssMB } from '../machine/machine'
import { Recorder } from '../clients/recorder'
import { round, sleep } from '../machine/time'
import type { LoadContext } from './context'

export interface FanoutTask {
  readonly room: string
  readonly clients: number
  readonly typists: number
  /** Characters per second and typist. */
  readonly rate: number
  readonly seconds: number
  readonly warmupSeconds: number
  readonly fixture: FixtureName
  /** Every edit also moves a cursor. */
  readonly awareness: boolean
}

type Role = 'light' | 'observer' | 'typist'

const OBSERVERS = 10

/**
 * Many people in one room that holds a document, some of them typing into paragraphs of their own. Latency runs from
 * the change to the end of `applyUpdate` at whole clients, and to the receipt of the frame at light ones.
 */
export async function runFanout(context: LoadContext, task: FanoutTask) {
  const recorder = new Recorder()
  const fixture = readFixture(task.fixture)
  const roles = spreadRoles(task)
  const clients = roles.map((role, index) => {
    const common = { room: task.room, index, recorder }
    if (role === 'light')
      return context.connect({ ...common, state: fixture.update, stateVector: fixture.stateVector })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, fixture.update)
    doc.clientID = 5000 + index
    return context.connect({ ...common, doc })
  })
  // The first brings the document.
  await context.openAll(clients.slice(0, 1))
  await sleep(500)
  await context.openAll(clients.slice(1))
  await sleep(500)
  const stop = typeAll(context, task, {
    recorder,
    typists: clients.filter((_, index) => roles[index] === 'typist'),
  })
  await context.quiet()
  await sleep(task.warmupSeconds * 1000)
  const before = countTraffic(clients)
  recorder.openWindow(now(), now() + task.seconds * 1000)
  const end = context.openWindow()
  await sleep(task.seconds * 1000)
  const window = end()
  await sleep(1500)
  stop()
  const after = countTraffic(clients)
  const expected = recorder.sentCount * (task.clients - 1)
  const result = {
    ...recorder.stats(),
    edits: recorder.sentCount,
    expected,
    delivered: recorder.delivered,
    deliveredPct: round((100 * recorder.delivered) / Math.max(1, expected), 2),
    frames: after.messages - before.messages,
    mbOut: round((after.bytes - before.bytes) / 1_048_576, 2),
    presenceFrames: after.presence - before.presence,
    dropped: clients.filter((client) => client.isClosed).length,
    ...window,
    rss: rssMB(context.target.pids),
    cpuPer10k: round((window['serverCpu'] ?? 0) / (recorder.delivered / 10_000), 3),
    auxCpuPer10k: round((window['auxCpu'] ?? 0) / (recorder.delivered / 10_000), 3),
  }
  for (const client of clients) client.terminate()
  return result
}

/** Observers and typists sit evenly among the others: some servers send in the order of joining. */
function spreadRoles({ clients, typists }: FanoutTask): Role[] {
  const roles = Array.from({ length: clients }, (): Role => 'light')
  const observers = Math.min(clients - typists, OBSERVERS)
  for (let index = 0; index < observers; index += 1)
    roles[Math.floor((index * clients) / observers)] = 'observer'
  for (let placed = 0; placed < typists; placed += 1) {
    let at = Math.floor(((placed + 0.5) * clients) / typists)
    while (roles[at % clients] !== 'light') at += 1
    roles[at % clients] = 'typist'
  }
  return roles
}

interface Typing {
  readonly recorder: Recorder
  readonly typists: readonly Client[]
}

function typeAll(
  context: LoadContext,
  { rate, awareness }: FanoutTask,
  { recorder, typists }: Typing,
) {
  let stopped = false
  const timers = new Map<Client, NodeJS.Timeout>()
  const pause = 1000 / rate
  for (const client of typists) {
    const { doc } = client
    if (!doc) continue
    const paragraph = findParagraph(doc, client.index * 3)
    const cursor = awareness ? createCursor(doc, client.index) : null
    const type = () => {
      if (stopped) return
      recorder.noteSent(doc.clientID, Y.getState(doc.store, doc.clientID), now())
      paragraph.insert(paragraph.length, 'x')
      if (cursor) client.send(client.framing.presence(cursor()))
      timers.set(client, setTimeout(type, pause * (0.8 + 0.4 * context.random())))
    }
    timers.set(client, setTimeout(type, pause * context.random()))
  }
  return () => {
    stopped = true
    for (const timer of timers.values()) clearTimeout(timer)
  }
}

function createCursor(doc: Y.Doc, index: number): () => Uint8Array {
  const awareness = new Awareness(doc)
  let clock = 0
  return () => {
    const item = { client: doc.clientID, clock: clock++ }
    const anchorPos = { type: null, tname: 'root', item, assoc: 0 }
    awareness.setLocalState({
      user: { name: `User ${index}`, color: '#3a7' },
      anchorPos,
      focusing: true,
    })
    return encodeAwarenessUpdate(awareness, [doc.clientID])
  }
}

function countTraffic(clients: readonly Client[]) {
  const sum = (read: (client: Client) => number) =>
    clients.reduce((total, client) => total + read(client), 0)
  return {
    messages: sum((client) => client.messages),
    bytes: sum((client) => client.bytes),
    presence: sum((client) => client.presenceMessages),
  }
}
