import { type Client, now } from '../clients/client'
import { type Fixture, type FixtureName, readFixture } from '../clients/fixtures'
import { rssMB } from '../machine/machine'
import { quantile, round, sleep, within } from '../machine/time'
import type { LoadContext } from './context'

export interface StormTask {
  readonly prefix: string
  readonly rooms: number
  readonly clients: number
  readonly fixture: FixtureName
  /** Whether the clients hold the document already, as open pages do, or come empty. */
  readonly holdsDocument: boolean
}

/** Everybody comes at once after a restart. */
export async function runStorm(context: LoadContext, task: StormTask) {
  const fixture = readFixture(task.fixture)
  const held = task.holdsDocument
    ? { state: fixture.update, stateVector: fixture.stateVector }
    : { state: null }
  const clients = Array.from({ length: task.clients }, (_, index) =>
    context.connect({ room: `${task.prefix}-${index % task.rooms}`, index, ...held }),
  )
  const times: number[] = []
  const failures: string[] = []
  await context.quiet()
  const end = context.openWindow()
  const start = now()
  await Promise.all(
    clients.map(async (client) => {
      try {
        await arrive(client, task.holdsDocument ? null : fixture)
        times.push(now() - start)
      } catch (error) {
        failures.push(String(error))
      }
    }),
  )
  const all = now() - start
  const window = end()
  await sleep(1500)
  const megabytes = (read: (client: Client) => number) =>
    round(clients.reduce((sum, client) => sum + read(client), 0) / 1_048_576, 1)
  const result = {
    n: task.clients,
    failed: failures.length,
    failures: [...new Set(failures)].slice(0, 5),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    all: Math.round(all),
    uploadedMB: megabytes((client) => client.uploaded),
    downloadedMB: megabytes((client) => client.bytes),
    ...window,
    rss: rssMB(context.target.pids),
    peakRss: rssMB(context.target.pids, 'VmHWM'),
  }
  for (const client of clients) client.terminate()
  return result
}

/** Answers when the client is synced, or has the bytes of this document. */
async function arrive(client: Client, wanted: Fixture | null): Promise<void> {
  const content = new Promise<void>((resolve) => {
    if (wanted)
      client.onApplied = () => {
        if (client.documentBytes >= wanted.update.length * 0.95) resolve()
      }
  })
  await within(client.connect(30_000), 40_000, 'connecting')
  await within(wanted ? content : client.synced, 50_000, 'the document')
}
