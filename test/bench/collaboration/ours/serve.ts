// The live documents as production wires them, and a door for taking rights away. Pages are left out.
import { createServer, type IncomingMessage } from 'node:http'
import { parseEnvironment } from '../../../../server/env'
import { createFigures } from '../../../../server/http/health'
import { createLog } from '../../../../server/http/log'
import { openLiveDocuments } from '../../../../server/open-live-documents'
import { openDatabase } from '../../../../server/persistence/database'
import { createPeopleStore } from '../../../../server/persistence/people'
import { createSessionStore } from '../../../../server/persistence/sessions'
import { createStorageGuard } from '../../../../server/storage-guard'
import { createRedisBus } from '../../../../server/redis/redis-bus'
import { revoke } from './revoke'

// The settings of production, and its refusal of those it does not know.
const env = parseEnvironment(process.env)
const db = openDatabase(env.databaseUrl ?? '')
const sessions = {
  sessions: createSessionStore(db),
  people: createPeopleStore(db),
  now: () => new Date(),
  secure: false,
}
const log = createLog('warn')
const bus = env.redisUrl
  ? createRedisBus({ url: env.redisUrl, secret: env.sessionSecret, logger: log })
  : undefined
const figures = createFigures()
const storage = createStorageGuard({ folder: env.dataDir, log, figures })
await storage.look()
const live = openLiveDocuments(db, {
  sessions,
  settings: { publicUrl: null },
  log,
  figures,
  bus,
  storage,
})
await live.catchUp()

const server = createServer((request, response) => {
  handle(request).then(
    () => response.end('done'),
    (error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    },
  )
})
server.on('upgrade', live.handleUpgrade)
server.listen(env.port, env.host)

process.on('SIGTERM', () => {
  void live
    .close()
    .then(() => db.close())
    .then(() => process.exit(0))
})

async function handle({ url }: IncomingMessage): Promise<void> {
  const { pathname, searchParams } = new URL(url ?? '/', 'http://localhost')
  if (pathname !== '/revoke') return
  await revoke(
    { db, live },
    {
      how: searchParams.get('how') ?? '',
      personId: searchParams.get('person') ?? '',
      strategyId: searchParams.get('strategy') ?? '',
    },
  )
}
