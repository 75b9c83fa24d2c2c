// `npm run db:diff NAME`: writes the next migration from what prisma/schema.prisma says and the migrations do not yet.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../persistence/embedded-postgres'
import { MIGRATIONS_FOLDER, readMigrations } from '../persistence/migrate'
import { diffMigrationsAndSchema } from './schema-engine'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Say what changes, in small letters: npm run db:diff add_telephone')
  process.exit(1)
}

const home = mkdtempSync(join(tmpdir(), 'northing-diff-'))
const postgres = await startEmbeddedPostgres({ home, tied: true, settings: { fsync: 'off' } })
try {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const sql = await diffMigrationsAndSchema(postgres.url, await readMigrations(), schema)
  console.log(sql ? write(sql) : 'The migrations already say what the schema says. Nothing was written.')
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}

function write(sql: string): string {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS_FOLDER, `${time}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), sql)
  return `Wrote ${folder}/migration.sql. Read it before you commit it; npm start applies it.`
}
