// @ts-nocheck: these packages are installed only when the peers are compared.
// Hocuspocus with its defaults: debounce 2000, maxDebounce 10000, unloadImmediately, flushDelay 0.
import { Redis } from '@hocuspocus/extension-redis'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const { PORT, SQLITE, REDIS_PORT } = process.env
const extensions = []
if (SQLITE) extensions.push(new SQLite({ database: SQLITE }))
if (REDIS_PORT) extensions.push(new Redis({ host: '127.0.0.1', port: Number(REDIS_PORT) }))
const server = new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions,
  onAuthenticate: async () => ({}),
})
await server.listen()
