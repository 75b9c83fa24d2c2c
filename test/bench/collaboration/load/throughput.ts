import { now } from '../clients/client'
import { startParagraph } from '../clients/fixtures'
import { rssMB } from '../machine/machine'
import { Recorder } from '../clients/recorder'
import { round, sleep } from '../machine/time'
import type { LoadContext, Window } from './context'
import { Writer } from './writer'

export interface ThroughputTask {
  readonly prefix: string
  readonly rooms: number
  readonly perRoom: number
  /** Updates a second, over all clients, step by step. */
  readonly ladder: readonly number[]
  readonly settleSeconds: number
  readonly stepSeconds: number
}

const P95_LIMIT_MS = 100

/** Many rooms, rising rates of updates made beforehand. A step that fails is tried once more: noise must not end the ladder. */
export async function runThroughput(context: LoadContext, task: ThroughputTask) {
  const recorder = new Recorder()
  const writers = openWriters(context, task, recorder)
  await context.openAll(
    writers.map(({ client }) => client),
    40,
  )
  for (const writer of writers) writer.sendNext()
  await sleep(1000)
  const steps: Awaited<ReturnType<typeof runStep>>[] = []
  for (const rate of task.ladder) {
    let step = await runStep(context, task, { rate, writers, recorder })
    steps.push(step)
    if (!step.ok) {
      await sleep(3000)
      step = await runStep(context, task, { rate, writers, recorder })
      steps.push(step)
    }
    if (!step.ok) break
    await sleep(500)
  }
  for (const { client } of writers) client.terminate()
  const last = steps.at(-1)
  const limitedBy = last?.ok ? 'ladder end' : last?.clientBound ? 'load process' : 'server'
  const closed = writers.filter(({ client }) => client.isClosed)
  return {
    max: steps.findLast((step) => step.ok)?.rate ?? 0,
    limitedBy,
    dropped: closed.map(({ client }) => client.closeCode),
    steps,
  }
}

function openWriters(context: LoadContext, task: ThroughputTask, recorder: Recorder): Writer[] {
  return Array.from({ length: task.rooms * task.perRoom }, (_, index) => {
    const room = `${task.prefix}-${Math.floor(index / task.perRoom)}`
    const client = context.connect({ room, index, recorder })
    return new Writer(client, 100_000 + index, (doc) => {
      const paragraph = startParagraph(doc)
      return () => paragraph.insert(paragraph.length, 'y')
    })
  })
}

interface Step {
  readonly rate: number
  readonly writers: readonly Writer[]
  readonly recorder: Recorder
}

async function runStep(
  context: LoadContext,
  task: ThroughputTask,
  { rate, writers, recorder }: Step,
) {
  const { settleSeconds, stepSeconds } = task
  const need = Math.ceil((rate / writers.length) * (settleSeconds + stepSeconds)) + 4
  for (const writer of writers) writer.prepare(need)
  await context.quiet(8_000)
  const order = writers.toSorted(() => context.random() - 0.5)
  const start = now()
  const from = start + settleSeconds * 1000
  const until = from + stepSeconds * 1000
  recorder.forgetSent()
  recorder.openWindow(from, until)
  const window = await sendEvenly(context, { rate, from, until, start, order, recorder })
  const expected = recorder.sentCount * (task.perRoom - 1)
  const drained = now() + 4_000
  while (recorder.delivered < expected && now() < drained) await sleep(50)
  const { p50, p95, p99 } = recorder.stats()
  const achieved = recorder.sentCount / stepSeconds
  const ok =
    p95 !== null &&
    p95 <= P95_LIMIT_MS &&
    recorder.delivered >= expected * 0.999 &&
    achieved >= rate * 0.95
  const per10k = (seconds: number) => round(seconds / (recorder.delivered / 10_000), 3)
  return {
    rate,
    achieved: Math.round(achieved),
    delivered: recorder.delivered,
    expected,
    ok,
    clientBound: !ok && (window['loadElu'] ?? 0) > 0.95,
    p50,
    p95,
    p99,
    cpuPer10k: per10k(window['serverCpu'] ?? 0),
    auxCpuPer10k: per10k(window['auxCpu'] ?? 0),
    ...window,
    rss: rssMB(context.target.pids),
  }
}

interface Sending {
  readonly rate: number
  readonly start: number
  readonly from: number
  readonly until: number
  readonly order: readonly Writer[]
  readonly recorder: Recorder
}

/** Every 2 ms whatever is due, each client in its turn. CPU is counted from the end of the settling on. */
function sendEvenly(
  context: LoadContext,
  { rate, start, from, until, order, recorder }: Sending,
): Promise<Window> {
  let sent = 0
  let end: (() => Window) | null = null
  return new Promise((resolve) => {
    const tick = () => {
      const at = now()
      if (!end && at >= from) end = context.openWindow()
      if (at >= until) {
        resolve(end?.() ?? {})
        return
      }
      const due = Math.min(Math.floor(((at - start) / 1000) * rate), sent + 2000)
      for (; sent < due; sent += 1) {
        const writer = order[sent % order.length]
        const clock = writer?.sendNext() ?? null
        if (writer && clock !== null) recorder.noteSent(writer.own, clock, now())
      }
      setTimeout(tick, 2)
    }
    tick()
  })
}
