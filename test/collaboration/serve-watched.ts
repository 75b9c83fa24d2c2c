// The live documents in a process of their own that tells how long its thread was ever busy: stalls are seen from inside.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDatabase } from '../../server/persistence/database'
import { startWorld } from './live-world'

const db = openDatabase(process.env['DATABASE_URL'] ?? '')
const world = await startWorld(db, {
  extraRoots: new Set(),
  remembersActors: true,
  socketsPerPerson: 500,
})
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

process.on('message', (question) => {
  if (question === 'delay') {
    const ms = Math.round(delay.max / 1e6)
    delay.reset()
    process.send?.({ ms, complaints: world.complaints })
    return
  }
  void world
    .stop()
    .then(() => db.close())
    .then(() => process.exit(0))
})
process.send?.({ url: world.url, cookies: world.cookies })
