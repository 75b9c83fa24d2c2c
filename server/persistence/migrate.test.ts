import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/build/database'
import { diagnoseHistory, diffMigrationsAndSchema } from '../commands/schema-engine'
import { migrate, readMigrations } from './migrate'

const SCHEMA = readFileSync('prisma/schema.prisma', 'utf8')

function buildFolder(migrations: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'northing-migrations-'))
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'migration.sql'), sql)
  }
  return folder
}

describe('migrations', () => {
  it('agree with the schema', async () => {
    const db = await freshDatabase()
    expect(await diffMigrationsAndSchema(db.url, await readMigrations(), SCHEMA)).toBe('')
  })

  it('are told apart from a schema that has moved on', async () => {
    const db = await freshDatabase()
    const later = SCHEMA.replace('model Person {', 'model Person {\n  telephone String?')
    const sql = await diffMigrationsAndSchema(db.url, await readMigrations(), later)
    expect(sql).toContain('ALTER TABLE "person" ADD COLUMN     "telephone" TEXT')
  })

  it('are up to date in the eyes of Prisma itself', async () => {
    const db = await freshDatabase()
    expect(await diagnoseHistory(db.url, await readMigrations(), SCHEMA)).toEqual({
      history: null,
      edited: [],
      failed: [],
      applied: [],
    })
  })

  it('are applied once, in order, by however many nodes start together', async () => {
    const db = await freshDatabase()
    const folder = buildFolder({
      '20300101000000_b': 'CREATE TABLE second AS SELECT * FROM first;',
      '20290101000000_a': 'CREATE TABLE first (id int); INSERT INTO first VALUES (1);',
    })
    const applied = await Promise.all([migrate(db.url, { folder }), migrate(db.url, { folder })])
    expect(applied.flat()).toEqual(['20290101000000_a', '20300101000000_b'])
    expect((await db.pool.query('SELECT id FROM second')).rows).toEqual([{ id: 1 }])
  })

  it('are undone whole when one fails', async () => {
    const db = await freshDatabase()
    const folder = buildFolder({
      '20290101000000_bad': 'CREATE TABLE half (id int); SELECT nonsense;',
    })
    await expect(migrate(db.url, { folder })).rejects.toThrow(
      'Migration 20290101000000_bad failed and was undone',
    )
    expect((await db.pool.query("SELECT to_regclass('half') AS half")).rows).toEqual([
      { half: null },
    ])
  })

  it('refuse to go on over one that was changed after it was applied', async () => {
    const db = await freshDatabase()
    await migrate(db.url, {
      folder: buildFolder({ '20290101000000_a': 'CREATE TABLE a (id int)' }),
    })
    const edited = buildFolder({ '20290101000000_a': 'CREATE TABLE a (id bigint)' })
    await expect(migrate(db.url, { folder: edited })).rejects.toThrow(
      'was changed after this database applied it',
    )
  })

  it('keep the log, the audit and the text of editions from being changed', async () => {
    const db = await freshDatabase()
    await db.pool.query("INSERT INTO live_document (id) VALUES ('d')")
    await db.pool.query("INSERT INTO document_update (document_id, seq, bytes) VALUES ('d', 1, '')")
    await expect(db.pool.query("UPDATE document_update SET person_id = 'x'")).rejects.toThrow(
      'only ever added',
    )
    await expect(db.pool.query('DELETE FROM document_update')).rejects.toThrow('only ever added')
    await expect(db.pool.query('TRUNCATE document_update')).rejects.toThrow('only ever added')
  })
})
