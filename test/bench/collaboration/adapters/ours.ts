import { HERE, REPOSITORY } from '../machine/paths'
import { stopProgram } from '../machine/processes'
import { startRedis } from '../machine/redis'
import { cookieOf } from '../ours/cookies'
import { type Adapter, portOf, type ServiceOptions } from './adapter'

/** Nodes know each other's messages by it. */
const NODES_SECRET = 'for-measuring-only-'.repeat(3)

export const ours: Adapter = {
  name: 'Northing + PostgreSQL',
  protocol: 'y-websocket',
  persistent: true,
  durable: true,
  // A room is idle after 8 s, noticed within 5 s.
  idleMs: 15_000,
  startServices,
  start: ({ port, dataDir, env }) => ({
    command: process.execPath,
    // As `npm start` has it.
    args: ['--max-semi-space-size=32', ...profiled(), '--import', 'tsx', `${HERE}ours/serve.ts`],
    cwd: REPOSITORY,
    env: { ...env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: 'production' },
  }),
  url: (place) =>
    `ws://127.0.0.1:${portOf(place)}/collaboration/${place.room}?schema=1&northing=1&content=2`,
  headers: ({ index }) => ({ cookie: cookieOf(index) }),
}

export const oursOnTwoNodes: Adapter = {
  ...ours,
  name: 'Northing + PostgreSQL + Redis, 2 nodes',
  nodes: 2,
  async startServices(options) {
    const redis = await startRedis(options.dataDir, options.logFile)
    const services = await startServices(options)
    return {
      ...services,
      pids: [...services.pids, redis.pid],
      env: {
        ...services.env,
        REDIS_URL: `redis://127.0.0.1:${redis.port}`,
        SESSION_SECRET: NODES_SECRET,
      },
      async stop() {
        await services.stop()
        await stopProgram(redis)
      },
    }
  },
}

/** `BENCH_PROFILE=folder` writes down where the server's time goes. */
function profiled(): string[] {
  const folder = process.env['BENCH_PROFILE']
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}

/** Loaded only where it runs: the load process needs no database. */
async function startServices(options: ServiceOptions) {
  const { startOurServices } = await import('../ours/services')
  return startOurServices(options)
}
