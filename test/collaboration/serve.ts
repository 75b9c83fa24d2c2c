// Only HTTP and the live documents, from the real modules: the program whose sudden death is tried.
import { createInterface } from 'node:readline'
import { openDatabase } from '../../server/persistence/database'
import { STRATEGY, startWorld } from './live-world'

const db = openDatabase(process.env['DATABASE_URL'] ?? '')
const world = await startWorld(db, {
  port: Number(process.env['PORT']),
  hearsRights: true,
  redisUrl: process.env['REDIS_URL'],
})
process.on('SIGTERM', () => {
  void world
    .stop()
    .then(() => db.close())
    .then(() => process.exit(0))
})
createInterface({ input: process.stdin }).on('line', (word) => {
  if (word === 'changed') world.collaboration.notices.changed(STRATEGY, 'threads')
})
console.log(JSON.stringify({ port: world.port, cookies: world.cookies }))
