import * as Y from 'yjs'
import { type Client, now } from '../clients/client'
import { type FixtureName, isComplete, readFixture } from '../clients/fixtures'
import { STEP } from '../clients/frames'
import { cpuSeconds, waitForQuiet } from '../machine/machine'
import { quantile, round, sleep, within } from '../machine/time'
import type { LoadContext } from './context'

export interface JoinTask {
  readonly prefix: string
  readonly rooms: number
  readonly warmPerRoom: number
  readonly fixture: FixtureName
}

interface Join {
  /** The last byte that completed the document. */
  readonly bytesMs: number
  /** The document was applied. */
  readonly appliedMs: number
  readonly cpuMs: number
}

/** New clients of stored documents. Cold: the first after a restart. "Synced" before the document is whole is counted. */
export async function runJoin(context: LoadContext, task: JoinTask) {
  const cold: Join[] = []
  const warm: Join[] = []
  let early = 0
  let failed = 0
  const end = context.openWindow()
  const joinOnce = async (room: string, index: number, joins: Join[]) => {
    const { client, join, wasEarly } = await joinRoom(context, {
      room,
      index,
      fixture: task.fixture,
    })
    if (join) joins.push(join)
    else failed += 1
    if (wasEarly) early += 1
    return client
  }
  for (let index = 0; index < task.rooms; index += 1) {
    const room = `${task.prefix}-${index}`
    const first = await joinOnce(room, index, cold)
    await sleep(100)
    for (let again = 0; again < task.warmPerRoom; again += 1) {
      const client = await joinOnce(room, index + 100 * (again + 1), warm)
      client.terminate()
      client.doc?.destroy()
      await sleep(50)
    }
    first.terminate()
    first.doc?.destroy()
    await sleep(50)
  }
  return {
    cold: summarise(cold),
    warm: summarise(warm),
    falseSync: early,
    failed,
    joins: cold.length + warm.length + failed,
    ...end(),
  }
}

async function joinRoom(
  context: LoadContext,
  { room, index, fixture: name }: { room: string; index: number; fixture: FixtureName },
): Promise<{ client: Client; join: Join | null; wasEarly: boolean }> {
  const fixture = readFixture(name)
  await waitForQuiet(0.6, 3000, 150)
  const { pids } = context.target
  const doc = new Y.Doc()
  const client = context.connect({ room, index, doc })
  const cpu = cpuSeconds(pids)
  let wasEarly = false
  let finish: (times: { bytes: number; applied: number }) => void = () => undefined
  const whole = new Promise<{ bytes: number; applied: number }>((resolve) => (finish = resolve))
  client.onApplied = ({ step }) => {
    const isWhole = isComplete(doc, fixture)
    if (step === STEP.two && !isWhole) wasEarly = true
    if (isWhole) finish({ bytes: client.lastMessageAt, applied: now() })
  }
  const start = now()
  await client.connect()
  try {
    const times = await within(whole, 60_000, 'the document')
    const cpuMs = 1000 * (cpuSeconds(pids) - cpu)
    return {
      client,
      wasEarly,
      join: { bytesMs: times.bytes - start, appliedMs: times.applied - start, cpuMs },
    }
  } catch {
    return { client, wasEarly, join: null } // counted as failed
  }
}

function summarise(joins: readonly Join[]) {
  const applied = joins.map((join) => join.appliedMs)
  return {
    n: joins.length,
    bytesP50: quantile(
      joins.map((join) => join.bytesMs),
      0.5,
    ),
    appliedP50: quantile(applied, 0.5),
    appliedMax: quantile(applied, 1),
    cpuMean: joins.length
      ? round(joins.reduce((sum, join) => sum + join.cpuMs, 0) / joins.length, 1)
      : null,
  }
}
