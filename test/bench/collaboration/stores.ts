import { Instance } from './instance'
import type { FixtureName } from './clients/fixtures'
import { PREFIX, SEEDED } from './plan/opening'
import { roomNames } from './plan/scenario'

const stores = new Map<string, Promise<string>>()

/** Filling a server with documents takes long, so it is done once a run; every measurement begins with a copy of that data. */
export function findStore(key: string, fixture: FixtureName): Promise<string> {
  const name = `${key} ${fixture}`
  const store = stores.get(name) ?? fillStore(key, fixture)
  stores.set(name, store)
  return store
}

async function fillStore(key: string, fixture: FixtureName): Promise<string> {
  const rooms = SEEDED[fixture]
  const server = await new Instance(key, { rooms: roomNames(PREFIX, rooms) }).start()
  const result = await server.load({ name: 'seed', prefix: PREFIX, rooms, fixture })
  if (!('error' in result)) await server.settle()
  const folder = await server.stopAndKeep()
  if ('error' in result) throw new Error(`seeding failed: ${JSON.stringify(result)}`)
  return folder
}
