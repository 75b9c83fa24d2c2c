import * as Y from 'yjs'
import { type FixtureName, isComplete, readFixture } from '../clients/fixtures'
import { sleep, until, within } from '../machine/time'
import type { LoadContext } from './context'

export interface SeedTask {
  readonly prefix: string
  readonly rooms: number
  readonly fixture: FixtureName
}

/** Brings a document into each room as a client does: by answering the server's step 1. */
export async function runSeed(context: LoadContext, task: SeedTask) {
  const fixture = readFixture(task.fixture)
  for (let index = 0; index < task.rooms; index += 1) {
    const room = `${task.prefix}-${index}`
    const client = context.connect({ room, index, state: fixture.update })
    await client.connect()
    await within(client.synced, 60_000, 'seeding')
    await until(() => client.gotStep1, 10_000)
    // A second client proves that the server has it all.
    const doc = new Y.Doc()
    const reader = context.connect({ room, index, doc })
    await reader.connect()
    if (!(await until(() => isComplete(doc, fixture), 30_000)))
      throw new Error('the seed is incomplete')
    reader.terminate()
    client.close()
    doc.destroy()
  }
  await sleep(100)
  return { seeded: task.rooms }
}
