import type { FixtureName } from '../clients/fixtures'
import type { Scenario, Turn } from './scenario'

/** Rooms in a seeded store. */
export const SEEDED: Readonly<Record<FixtureName, number>> = { '25k': 60, '250k': 60, '5m': 3 }
export const PREFIX = 'seed'

const WAITS = { settleMs: 13_000, leaveMs: 15_000 }

export const memory: Scenario = async (turn) => {
  const { options, idleMs, withServer, emit } = turn
  await withServer(await seeded(turn, '250k'), async (server) => {
    const settleMs = options.quick ? Math.max(5_000, idleMs) : Math.max(WAITS.settleMs, idleMs)
    const leaveMs = options.quick ? 5_000 : WAITS.leaveMs
    const rooms = options.quick ? 20 : SEEDED['250k']
    emit('memory', await server.load({ name: 'memory', prefix: PREFIX, rooms, settleMs, leaveMs }))
  })
}

export const join: Scenario = async (turn) => {
  const sizes = [
    { fixture: '250k', rooms: turn.options.quick ? 4 : 8 },
    { fixture: '5m', rooms: turn.options.quick ? 2 : SEEDED['5m'] },
  ] as const
  for (const { fixture, rooms } of sizes) {
    await turn.withServer(await seeded(turn, fixture), async (server) => {
      const task = { name: 'join', prefix: PREFIX, rooms, warmPerRoom: 2, fixture } as const
      turn.emit(`join-${fixture}`, { bootMs: server.bootMs, ...(await server.load(task)) })
    })
  }
}

export const storm: Scenario = async (turn) => {
  for (const holdsDocument of [true, false]) {
    await turn.withServer(await seeded(turn, '250k'), async (server) => {
      const clients = turn.options.quick ? 200 : 500
      const task = {
        name: 'storm',
        prefix: PREFIX,
        rooms: 50,
        clients,
        fixture: '250k',
        holdsDocument,
      } as const
      turn.emit(`storm-${holdsDocument ? 'full' : 'empty'}`, {
        bootMs: server.bootMs,
        ...(await server.load(task)),
      })
    })
  }
}

/** Everybody opens the same large document. */
export const stormone: Scenario = async (turn) => {
  await turn.withServer(await seeded(turn, '5m'), async (server) => {
    const task = {
      name: 'storm',
      prefix: PREFIX,
      rooms: 1,
      clients: 50,
      fixture: '5m',
      holdsDocument: false,
    } as const
    turn.emit('stormone', await server.load(task))
  })
}

async function seeded({ store }: Turn, fixture: FixtureName) {
  return { rooms: [], store: await store(fixture) }
}
