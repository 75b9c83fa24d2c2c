import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { type SqlDriverAdapter, type SqlQuery, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Client, Pool, type QueryArrayConfig, type QueryArrayResult } from 'pg'
import type { Migration } from '../persistence/migrate'

// Prisma's own command needs a native engine that it downloads; the same engine is published as WebAssembly,
// and this file drives it, so that a migration can be written on a computer without the internet.

const FILTERS = { externalTables: [], externalEnums: [] }
const ONE_BYTE_CHAR = 18
const TEXT = 25
const CHARACTER = 6 // ColumnTypeEnum.Character

/** The SQL that takes a database from these migrations to this schema; empty when they agree. */
export async function diffMigrationsAndSchema(
  url: string,
  migrations: readonly Migration[],
  schema: string,
): Promise<string> {
  return withEngine(url, schema, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...listMigrations(migrations) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: FILTERS,
    })
    return stdout === null || stdout.startsWith('-- This is an empty migration') ? '' : stdout
  })
}

/** What Prisma thinks of this database's history: null when it is up to date. */
export async function diagnoseHistory(
  url: string,
  migrations: readonly Migration[],
  schema: string,
): Promise<{ history: unknown; edited: string[]; failed: string[]; applied: string[] }> {
  return withEngine(url, schema, async (engine) => {
    const migrationsList = listMigrations(migrations)
    const seen = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: FILTERS,
    })
    const deployed = await engine.applyMigrations({ migrationsList, filters: FILTERS })
    return {
      history: seen.history,
      edited: seen.editedMigrationNames,
      failed: seen.failedMigrationNames,
      applied: deployed.appliedMigrationNames,
    }
  })
}

function listMigrations(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: '/prisma/migrations',
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/** One engine per question: an engine remembers the schemas it has been shown. */
async function withEngine<T>(
  url: string,
  schema: string,
  ask: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadWebAssembly()
  const pools: Pool[] = []
  const shadows: string[] = []
  try {
    const factory = bindMigrationAwareSqlAdapterFactory({
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect: () => connect(url, pools),
      async connectToShadowDb() {
        const name = `shadow_${randomUUID().replaceAll('-', '')}`
        await runOnce(url, `CREATE DATABASE ${name}`)
        shadows.push(name)
        return connect(withDatabase(url, name), pools)
      },
    })
    const { SchemaEngine } = engineModule
    return await ask(await SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, factory))
  } finally {
    await Promise.all(pools.map((pool) => pool.end()))
    for (const name of shadows) await runOnce(url, `DROP DATABASE ${name} WITH (FORCE)`)
  }
}

/**
 * Prisma's adapter does not know PostgreSQL's one-byte "char", in which the catalogue tells what a key does on delete:
 * it is passed through as text and then called by its right name again. The adapter also cuts a script at every
 * semicolon, inside functions too; PostgreSQL takes it whole.
 */
async function connect(url: string, pools: Pool[]): Promise<SqlDriverAdapter> {
  const [pool, whole] = [openPool(url, pools), openPool(url, pools)]
  const characters = new WeakMap<object, number[]>()
  const adapter = await new PrismaPg(rememberCharacters(pool, characters)).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  return Object.assign(adapter, {
    async queryRaw(query: SqlQuery) {
      const answer = await queryRaw(query)
      for (const column of characters.get(answer.rows) ?? []) answer.columnTypes[column] = CHARACTER
      return answer
    },
    async executeScript(script: string) {
      await whole.query(script)
    },
  })
}

function openPool(url: string, pools: Pool[]): Pool {
  const pool = new Pool({ connectionString: url })
  pool.on('error', () => undefined)
  pools.push(pool)
  return pool
}

function rememberCharacters(pool: Pool, characters: WeakMap<object, number[]>): Pool {
  const query: (config: QueryArrayConfig) => Promise<QueryArrayResult> = pool.query.bind(pool)
  return Object.assign(pool, {
    async query(config: QueryArrayConfig) {
      const result = await query(config)
      const fields = result.fields ?? []
      const columns = fields.flatMap((field, i) => (field.dataTypeID === ONE_BYTE_CHAR ? [i] : []))
      for (const field of fields) if (field.dataTypeID === ONE_BYTE_CHAR) field.dataTypeID = TEXT
      if (result.rows) characters.set(result.rows, columns)
      return result
    },
  })
}

let loaded: Promise<void> | undefined

async function loadWebAssembly(): Promise<void> {
  loaded ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
    const bytes = await readFile(join(entry, '..', 'schema_engine_bg.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engineModule } })
    engineModule.__wbg_set_wasm(instance.exports)
    // Where the engine leaves its last words when it breaks; without it the reason is lost.
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: explainPanic } })
    const start = instance.exports['__wbindgen_start']
    if (typeof start === 'function') start()
  })()
  return loaded
}

function explainPanic(message: string): never {
  throw new Error(`Prisma's schema engine broke: ${message}`)
}

async function runOnce(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
