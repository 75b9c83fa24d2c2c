import { PEERS_FOLDER } from '../machine/paths'
import { stopProgram } from '../machine/processes'
import { startRedis } from '../machine/redis'
import { type Adapter, portOf } from './adapter'

const base = {
  protocol: 'hocuspocus',
  url: (place) => `ws://127.0.0.1:${portOf(place)}/`,
  start: ({ port, env }) => ({
    command: process.execPath,
    args: ['hocuspocus.mjs'],
    cwd: PEERS_FOLDER,
    env: { ...env, PORT: String(port) },
  }),
} satisfies Partial<Adapter>

/** Acknowledges from memory and stores after a pause, so it is no measure for a latency that includes the disk. */
export const hocuspocusSqlite: Adapter = {
  ...base,
  name: 'Hocuspocus 4.7 + SQLite',
  persistent: true,
  durable: false,
  persistWaitMs: 13_000,
  skip: ['revoke'],
  start: (options) =>
    base.start({ ...options, env: { ...options.env, SQLITE: `${options.dataDir}/hocus.sqlite` } }),
}

export const hocuspocusRedis: Adapter = {
  ...base,
  name: 'Hocuspocus 4.7 + Redis, 2 nodes',
  persistent: false,
  durable: false,
  nodes: 2,
  skip: [
    'memory',
    'join',
    'durability',
    'durabilityload',
    'killrounds',
    'storm',
    'stormone',
    'revoke',
  ],
  async startServices({ dataDir, logFile }) {
    const redis = await startRedis(dataDir, logFile)
    return {
      pids: [redis.pid],
      env: { REDIS_PORT: String(redis.port) },
      stop: () => stopProgram(redis),
    }
  },
}
