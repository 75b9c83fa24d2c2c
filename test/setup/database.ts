import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../server/persistence/embedded-postgres'
import { migrate } from '../../server/persistence/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** Any database of the test server; tests clone the two templates beside it. The first to need the seed makes it. */
    databaseUrl: string
    templates: { empty: string; seeded: string }
  }
}

/**
 * Once per run: a PostgreSQL of our own (or TEST_DATABASE_URL) and the templates that tests clone.
 * Names carry the process number, so that two runs may share a server.
 */
export default async function setUpDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer()
  const templates = { empty: `template_empty_${process.pid}`, seeded: `template_seeded_${process.pid}` }
  await run(server.url, `CREATE DATABASE ${templates.empty}`)
  await migrate(withDatabase(server.url, templates.empty))
  project.provide('databaseUrl', server.url)
  project.provide('templates', templates)
  return async () => {
    for (const name of Object.values(templates)) await run(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.stop()
  }
}

async function findServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, stop: async () => undefined }
  const home = await mkdtemp(join(tmpdir(), 'northing-test-'))
  const embedded = await startEmbeddedPostgres({
    home,
    tied: true,
    // Tests ask whether the program is right, not whether the disk survives a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
