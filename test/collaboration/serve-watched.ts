// The live documents in a process of their own that tells how long its thread was ever busy: stalls are seen from inside.
import { openDatabase } from '../../server/persistence/database'
import { startWorld } from './live-world'

const db = openDatabase(process.env['DATABASE_URL'] ?? '')
const world = await startWorld(db, {
  extraRoots: new Set(),
  remembersActors: true,
  socketsPerPerson: 500,
})
let longest = { wallMs: 0, busyMs: 0 }
let last = { at: performance.now(), cpu: process.cpuUsage() }
setInterval(() => {
  const { user, system } = process.cpuUsage(last.cpu)
  const wallMs = performance.now() - last.at
  // While other programs have the processor the clock runs on and this process does nothing: that is no stall of its own.
  const busyMs = Math.min(wallMs, (user + system) / 1_000)
  longest = {
    wallMs: Math.max(longest.wallMs, wallMs),
    busyMs: Math.max(longest.busyMs, busyMs),
  }
  last = { at: performance.now(), cpu: process.cpuUsage() }
}, 5)

process.on('message', (question) => {
  if (question === 'delay') {
    process.send?.({ ...longest, complaints: world.complaints })
    longest = { wallMs: 0, busyMs: 0 }
    return
  }
  void world
    .stop()
    .then(() => db.close())
    .then(() => process.exit(0))
})
process.send?.({ url: world.url, cookies: world.cookies })
