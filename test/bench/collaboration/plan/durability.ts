import type { Result } from '../instance'
import { roomNames, type Scenario } from './scenario'

const ROOMS = 10
const EDITS = 25

export const durability: Scenario = async ({ options, repeat, withServer, emit }) => {
  for (const killAfterMs of options.kill) {
    const prefix = `dur-${repeat}`
    await withServer({ rooms: roomNames(prefix, ROOMS) }, async (server) => {
      const burst = { prefix, rooms: ROOMS, editsPerRoom: EDITS, rate: 5, killAfterMs }
      const killed = await server.load({ name: 'burst', ...burst })
      await server.stop('SIGKILL')
      await server.start()
      const found = await server.load({ name: 'count', prefix, rooms: ROOMS, graceMs: 2000 })
      emit(`durability-${killAfterMs}`, compare(killed, found))
    })
  }
}

export const durabilityload: Scenario = async ({ options, repeat, withServer, emit }) => {
  const rooms = 100
  const prefix = `dl-${repeat}`
  await withServer({ rooms: roomNames(prefix, rooms) }, async (server) => {
    const seconds = options.quick ? 2 : 5
    const killed = await server.load({ name: 'loadedKill', prefix, rooms, rate: 4000, seconds })
    await server.stop('SIGKILL')
    await server.start()
    const found = await server.load({ name: 'count', prefix, rooms, graceMs: 4000 })
    emit('durability-load', compare(killed, found))
  })
}

/** Kill after kill at random moments; in turn the clients vanish with the server, or stay and come back. */
export const killrounds: Scenario = async ({ options, repeat, withServer, emit }) => {
  const rooms = 5
  const prefixes = Array.from({ length: options.rounds }, (_, round) => `kr-${repeat}-${round}`)
  await withServer(
    { rooms: prefixes.flatMap((prefix) => roomNames(prefix, rooms)) },
    async (server) => {
      const total = { rounds: 0, typed: 0, promised: 0, lost: 0, duplicated: 0 }
      const errors: unknown[] = []
      for (const [round, prefix] of prefixes.entries()) {
        const task = { name: 'killRound', prefix, rooms, rate: 20, stay: round % 2 === 1 } as const
        const restarted = server.restartWhenKilled()
        const result = await server.load(task, 3000 + 100 * repeat + round)
        if ('error' in result) await server.stop('SIGKILL')
        await restarted
        if ('error' in result) errors.push(result['error'])
        else addUp(total, result)
      }
      emit('killrounds', { ...total, ...(errors.length > 0 ? { error: errors } : {}) })
    },
  )
}

function addUp(total: Record<string, number>, result: Result): void {
  total['rounds'] = (total['rounds'] ?? 0) + 1
  for (const key of ['typed', 'promised', 'lost', 'duplicated'])
    total[key] = (total[key] ?? 0) + Number(result[key])
}

/** What another client had seen and a new one no longer finds. */
function compare(killed: Result, found: Result): Result {
  if ('error' in killed) return killed
  if ('error' in found) return found
  const seen = killed['seen'] as number[]
  const present = found['present'] as number[]
  const visible = seen.reduce((sum, count) => sum + count, 0)
  const written = Number(killed['sent'] ?? killed['typed'])
  if (visible < written / 2)
    return {
      ...killed,
      seen: undefined,
      visible,
      error: 'too few edits had been seen to prove anything',
    }
  const lost = seen.reduce(
    (sum, count, index) => sum + Math.max(0, count - (present[index] ?? 0)),
    0,
  )
  return {
    ...killed,
    seen: undefined,
    visible,
    lost,
    lostPct: Number(((100 * lost) / visible).toFixed(1)),
  }
}
