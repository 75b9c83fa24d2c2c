import { roomNames, type Scenario } from './scenario'

const TYPISTS: Readonly<Record<number, number>> = { 10: 3, 50: 10, 200: 20 }

export const verify: Scenario = async ({ repeat, withServer, emit }) => {
  if (repeat > 0) return
  const room = 'verify'
  await withServer({ rooms: [room] }, async (server) =>
    emit('verify', await server.load({ name: 'verify', room })),
  )
}

export const fanout: Scenario = async ({ options, repeat, withServer, emit }) => {
  for (const clients of options.sizes) {
    const room = `fan-${repeat}`
    await withServer({ rooms: [room] }, async (server) => {
      const task = {
        name: 'fanout',
        room,
        clients,
        typists: TYPISTS[clients] ?? Math.ceil(clients / 10),
        rate: 5,
        seconds: options.quick ? 4 : 6,
        warmupSeconds: 2,
        fixture: '250k',
        awareness: options.awareness,
      } as const
      emit(`fanout-${clients}`, await server.load(task, 100 + repeat))
    })
  }
}

const ROOMS = 100
const PER_ROOM = 4

export const throughput: Scenario = async ({ options, repeat, withServer, emit }) => {
  const prefix = `thr-${repeat}`
  await withServer({ rooms: roomNames(prefix, ROOMS) }, async (server) => {
    const task = {
      name: 'throughput',
      prefix,
      rooms: ROOMS,
      perRoom: PER_ROOM,
      ladder: options.ladder,
      stepSeconds: 3,
      settleSeconds: 1,
    } as const
    emit('throughput', await server.load(task, 200 + repeat))
  })
}

export const slow: Scenario = async ({ options, repeat, withServer, emit }) => {
  const room = `slow-${repeat}`
  await withServer({ rooms: [room] }, async (server) => {
    const task = {
      name: 'slow',
      room,
      writers: 4,
      rate: 200,
      bytes: 5_000,
      seconds: options.quick ? 5 : 8,
      stalled: options.stalled,
      healthy: 5,
    } as const
    emit('slow', await server.load(task, 900 + repeat))
  })
}

export const revoke: Scenario = async ({ options, repeat, withServer, emit }) => {
  const rounds = options.quick ? 2 : 10
  const prefix = `revoke-${repeat}`
  await withServer({ rooms: roomNames(prefix, rounds + 1) }, async (server) =>
    emit('revoke', await server.load({ name: 'revoke', prefix, rounds }, 700 + repeat)),
  )
}
