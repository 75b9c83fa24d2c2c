// A program like Northing as far as its database is concerned: `embedded-program.ts DATA_DIR`.
import { lockDataDir } from '../../server/persistence/data-lock'
import { startEmbeddedPostgres } from '../../server/persistence/embedded-postgres'

const home = process.argv[2] ?? ''
const began = performance.now()
try {
  const lock = lockDataDir(home)
  const { url, attached, stop } = await startEmbeddedPostgres({ home })
  process.once('SIGTERM', async () => {
    await stop()
    lock.release()
    process.exit(0)
  })
  setInterval(() => undefined, 1000)
  console.log(JSON.stringify({ url, attached }))
} catch (error) {
  const problem = error instanceof Error ? error.message : String(error)
  console.log(JSON.stringify({ problem, ms: performance.now() - began }))
  process.exit(1)
}
