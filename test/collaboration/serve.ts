// Only HTTP and the live documents, from the real modules: the program whose sudden death is tried.
import { openDatabase } from '../../server/persistence/database'
import { startWorld } from './live-world'

const db = openDatabase(process.env['DATABASE_URL'] ?? '')
const world = await startWorld(db, { port: Number(process.env['PORT']) })
process.on('SIGTERM', () => {
  void world
    .stop()
    .then(() => db.close())
    .then(() => process.exit(0))
})
console.log(JSON.stringify({ port: world.port, cookies: world.cookies }))
