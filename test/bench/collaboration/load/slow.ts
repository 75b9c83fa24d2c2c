import { type Client, now } from '../clients/client'
import { startParagraph } from '../clients/fixtures'
import { rssMB } from '../machine/machine'
import { Recorder } from '../clients/recorder'
import { round, sleep } from '../machine/time'
import type { LoadContext } from './context'
import { Writer } from './writer'

export interface SlowTask {
  readonly room: string
  readonly writers: number
  /** Updates a second, of all writers together. */
  readonly rate: number
  readonly bytes: number
  readonly seconds: number
  readonly stalled: number
  readonly healthy: number
}

const SAMPLES = 4

/**
 * Readers that stop reading while the room goes on. First the others alone, then beside the stalled ones;
 * what the server holds for them is what a garbage collection leaves.
 */
export async function runSlow(context: LoadContext, task: SlowTask) {
  const recorder = new Recorder()
  const writers = Array.from({ length: task.writers }, (_, index) =>
    createWriter(context, task, { index, recorder }),
  )
  const connect = (count: number, first: number, recorder?: Recorder) =>
    Array.from({ length: count }, (_, index) =>
      context.connect({ room: task.room, index: first + index, ...(recorder ? { recorder } : {}) }),
    )
  const healthy = connect(task.healthy, 50, recorder)
  const stalled = connect(task.stalled, 100)
  await context.openAll([...writers.map(({ client }) => client), ...healthy, ...stalled])
  for (const writer of writers) {
    writer.sendNext()
    writer.prepare(Math.ceil((task.rate * (task.seconds * 3 + 8)) / task.writers))
  }
  await context.quiet()
  const stop = sendSteadily(task, writers, recorder)
  await sleep(2000)
  const without = await watch(task.seconds, recorder)
  const before = await retained(context)
  for (const client of stalled) client.socket?.pause()
  await sleep(500)
  const end = context.openWindow()
  const beside = await watch(task.seconds, recorder)
  const window = end()
  const during = await sampleMemory(context, task.seconds)
  const closedWhileStalled = stalled.filter((client) => client.isClosed).length
  stop()
  const received = (client: Client) => client.documentBytes
  for (const client of stalled) client.socket?.resume()
  await sleep(2500)
  const enough = Math.min(...healthy.map(received)) * 0.9
  const result = {
    stalled: task.stalled,
    sentMB: round(
      (task.bytes * writers.reduce((sum, writer) => sum + writer.sent, 0)) / 1_048_576,
      1,
    ),
    p95Without: without.p95,
    p95: beside.p95,
    p95RisePct: round((100 * ((beside.p95 ?? 0) - (without.p95 ?? 0))) / (without.p95 ?? 1), 1),
    p50Without: without.p50,
    p50: beside.p50,
    bufferedMB: round(Math.max(0, during - before) / task.stalled, 1),
    closedWhileStalled,
    closedAfterwards: stalled.filter((client) => client.isClosed).length,
    caughtUp: stalled.filter((client) => !client.isClosed && received(client) >= enough).length,
    healthyClosed: [...healthy, ...writers.map(({ client }) => client)]
      .filter((client) => client.isClosed)
      .map((client) => client.closeCode),
    ...window,
    rss: rssMB(context.target.pids),
  }
  for (const client of [...writers.map(({ client }) => client), ...healthy, ...stalled])
    client.terminate()
  return result
}

function createWriter(
  context: LoadContext,
  task: SlowTask,
  { index, recorder }: { index: number; recorder: Recorder },
): Writer {
  const client = context.connect({ room: task.room, index, recorder })
  return new Writer(client, 300_000 + index, (doc) => {
    const paragraph = startParagraph(doc)
    const start = paragraph.length
    let count = 0
    return () => {
      count += 1
      // Each replaces the one before, so that the document itself stays small.
      doc.transact(() => {
        if (paragraph.length > start) paragraph.delete(start, paragraph.length - start)
        paragraph.insert(start, String(count).padEnd(task.bytes, 'x'))
      })
    }
  })
}

function sendSteadily(
  { rate }: SlowTask,
  writers: readonly Writer[],
  recorder: Recorder,
): () => void {
  const start = now()
  let sent = 0
  const timer = setInterval(() => {
    for (const due = ((now() - start) / 1000) * rate; sent < due; sent += 1) {
      const writer = writers[sent % writers.length]
      const clock = writer?.sendNext() ?? null
      if (writer && clock !== null) recorder.noteSent(writer.own, clock, now())
    }
  }, 4)
  return () => clearInterval(timer)
}

async function watch(seconds: number, recorder: Recorder) {
  recorder.openWindow(now(), now() + seconds * 1000)
  await sleep(seconds * 1000)
  await sleep(200)
  return recorder.stats()
}

async function sampleMemory(context: LoadContext, seconds: number): Promise<number> {
  let most = 0
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    most = Math.max(most, await retained(context))
    await sleep((seconds * 1000) / SAMPLES)
  }
  return most
}

async function retained(context: LoadContext): Promise<number> {
  const memory = await context.collectGarbage()
  return memory ? memory.heapUsed + memory.external : Number.NaN
}
