// The live server alone, as a program whose troubles are tried and whose inside can be asked about over its input.
import diagnostics from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { RoomKeeper } from '../../server/collaboration/room-keeper'
import { openDatabase } from '../../server/persistence/database'
import { startWorld } from '../collaboration/live-world'

const MANY = 1_000

const sockets = new Set<Socket>()
diagnostics.subscribe('net.server.socket', (message) => {
  const { socket } = message as { socket: Socket }
  sockets.add(socket)
  socket.once('close', () => sockets.delete(socket))
})

/** The keeper has no need to tell how many rooms it has; here it is asked. */
const keepers = new Set<{ readonly rooms: ReadonlyMap<string, unknown> }>()
const open = Reflect.get<RoomKeeper, 'open'>(RoomKeeper.prototype, 'open')
RoomKeeper.prototype.open = function (strategyId, documentId) {
  keepers.add(this as unknown as { rooms: ReadonlyMap<string, unknown> })
  return open.call(this, strategyId, documentId)
}

const db = openDatabase(process.env['DATABASE_URL'] ?? '')
const plain = process.env['ROOTS'] === 'plain'
const world = await startWorld(db, {
  port: Number(process.env['PORT'] ?? 0),
  socketsPerPerson: MANY,
  ...(plain && { extraRoots: new Set() }),
})
process.on('SIGTERM', () => {
  void world
    .stop()
    .then(() => db.close())
    .then(() => process.exit(0))
})
createInterface({ input: process.stdin }).on('line', (word) => {
  if (word === 'collect') globalThis.gc?.()
  console.log(JSON.stringify(tell()))
})
console.log(JSON.stringify({ port: world.port, cookies: world.cookies }))

function tell() {
  const { user, system } = process.cpuUsage()
  return {
    rssMB: process.memoryUsage.rss() / 2 ** 20,
    cpuMs: (user + system) / 1_000,
    mainCpuMs: readMainCpuMs(),
    rooms: [...keepers].reduce((sum, { rooms }) => sum + rooms.size, 0),
    sockets: sockets.size,
    unsentBytes: Math.max(0, ...[...sockets].map((socket) => socket.writableLength)),
    complaints: world.complaints,
  }
}

/** Of the thread that answers sockets; snapshots are made in another. */
function readMainCpuMs(): number {
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')
  return Number(nanoseconds) / 1e6
}
