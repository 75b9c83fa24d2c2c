// What several nodes share, for journeys: a PostgreSQL and a Redis of their own. `redis stop` and `redis start` on a line
// each take that away and bring it back; each is answered by a line. Both end with this program.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startEmbeddedPostgres } from '../../server/persistence/embedded-postgres'
import { startRedis } from './redis'

const home = await mkdtemp(join(tmpdir(), 'northing-beside-'))
const postgres = await startEmbeddedPostgres({ home, tied: true, settings: { max_connections: '100' } })
const redis = await startRedis()
console.log(JSON.stringify({ databaseUrl: postgres.url, redisUrl: redis.url }))

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'redis stop') await redis.stop()
  if (line === 'redis start') await redis.start()
  console.log(line)
}
await redis.stop()
await postgres.stop()
await rm(home, { recursive: true, force: true })
