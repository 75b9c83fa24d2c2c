import { readFixture } from '../clients/fixtures'
import { rssMB } from '../machine/machine'
import { round, sleep, within } from '../machine/time'
import type { LoadContext } from './context'

const WARM_ROOMS = 10
/** Longer than a server keeps a document nobody uses. */
const WARM_MS = 15_000

export interface MemoryTask {
  readonly prefix: string
  readonly rooms: number
  readonly settleMs: number
  readonly leaveMs: number
}

/** What an open room costs in which nothing happens, and what is left when everybody has gone. */
export async function runMemory(context: LoadContext, task: MemoryTask) {
  const { pids } = context.target
  const fixture = readFixture('250k')
  const measure = async () => ({ rss: rssMB(pids), gc: await context.collectGarbage() })
  await warmUp(context, task)
  await sleep(1500)
  const base = await measure()
  const clients = Array.from({ length: task.rooms }, (_, index) =>
    context.connect({
      room: `${task.prefix}-${index}`,
      index,
      state: fixture.update,
      stateVector: fixture.stateVector,
    }),
  )
  for (const client of clients) {
    await client.connect()
    await within(client.synced, 30_000, 'syncing')
    await sleep(5)
  }
  await sleep(task.settleMs)
  const open = await measure()
  await sleep(500)
  const end = context.openWindow()
  await sleep(4000)
  const window = end()
  for (const client of clients) client.close()
  await sleep(task.leaveMs)
  const left = await measure()
  const perRoom = (more: number, less: number) => round((more - less) / task.rooms, 3)
  const retained = (memory: typeof base) =>
    memory.gc ? memory.gc.heapUsed + memory.gc.external : Number.NaN
  return {
    rooms: task.rooms,
    base,
    open,
    left,
    perRoomRssMB: perRoom(open.rss, base.rss),
    perRoomRssAfterGcMB: perRoom(open.gc?.rss ?? Number.NaN, base.gc?.rss ?? Number.NaN),
    perRoomHeapMB: perRoom(retained(open), retained(base)),
    leftHeapMB: round(retained(left) - retained(base), 1),
    peakRss: rssMB(pids, 'VmHWM'),
    ...window,
  }
}

/** What a server needs once, whatever is opened, is no room's cost. */
async function warmUp(context: LoadContext, { prefix }: MemoryTask): Promise<void> {
  for (let index = 0; index < WARM_ROOMS; index += 1) {
    const client = context.connect({ room: `${prefix}-${index}`, index })
    await client.connect()
    await within(client.synced, 30_000, 'syncing')
    client.close()
  }
  await sleep(WARM_MS)
}
