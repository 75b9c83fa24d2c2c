import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, seededDatabase } from '../../test/build/database'
import { appendAudit } from '../persistence/audit'
import type { Database } from '../persistence/database'
import { listTables } from '../persistence/backup'
import { VERBS } from './verbs'

const folder = mkdtempSync(join(tmpdir(), 'northing-verbs-'))

async function act(verb: string, db: Database, ...words: string[]): Promise<string> {
  const found = VERBS[verb]
  if (!found) throw new Error(`no verb ${verb}`)
  return (await found.act(db, words)).join('\n')
}

async function readAll(db: Database): Promise<Record<string, unknown[]>> {
  const client = await db.pool.connect()
  try {
    const tables = await listTables(client)
    const contents: Record<string, unknown[]> = {}
    for (const table of tables) {
      const { rows } = await client.query(`SELECT row_to_json(t)::text AS row FROM "${table}" t ORDER BY 1`)
      contents[table] = rows
    }
    return contents
  } finally {
    client.release()
  }
}

async function addAudit(db: Database, count: number): Promise<void> {
  for (let i = 1; i <= count; i++) {
    const record = { at: new Date(1_790_000_000_000 + i), actorId: null, action: 'thing.done', subject: `s${i}`, data: { i, half: 0.5 } }
    await db.prisma.$transaction((tx) => appendAudit(tx, record))
  }
}

describe('backup and restore', () => {
  let source: Database
  const file = join(folder, 'backup.gz')

  beforeAll(async () => {
    source = await seededDatabase()
    await addAudit(source, 3)
    await act('backup', source, file)
  })

  it('bring every row into an empty database, byte for byte', async () => {
    const target = await freshDatabase()
    expect(await act('restore', target, file)).toMatch(/^Restored \d{3,} rows/)
    const [before, after] = [await readAll(source), await readAll(target)]
    expect(Object.keys(before).length).toBeGreaterThan(20)
    expect(after).toEqual(before)
    expect(await act('verify', target)).toContain('Audit: 3 entries, the chain holds')
  })

  it('keep the keys as strict as they were', async () => {
    const target = await freshDatabase()
    await act('restore', target, file)
    const { rows } = await target.pool.query("SELECT count(*)::int AS n FROM pg_constraint WHERE contype = 'f' AND condeferrable")
    expect(rows).toEqual([{ n: 0 }])
  })

  it('refuse a database that holds something', async () => {
    await expect(act('restore', source, file)).rejects.toThrow('The database is not empty. Nothing was changed.')
  })

  it('refuse a file that was broken off, and leave the database empty', async () => {
    const broken = join(folder, 'broken.gz')
    writeFileSync(broken, readFileSync(file).subarray(0, 2_000))
    const target = await freshDatabase()
    await expect(act('restore', target, broken)).rejects.toThrow('cannot be restored')
    expect(await target.prisma.partnership.count()).toBe(0)
  })

  it('never write over a file, and keep it to its owner', async () => {
    await expect(act('backup', source, file)).rejects.toThrow('exists already')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('leave sessions out', async () => {
    const target = await freshDatabase()
    const person = await source.prisma.person.findFirstOrThrow()
    await source.prisma.session.create({ data: { id: 's', personId: person.id, expiresAt: new Date(2e12) } })
    const later = join(folder, 'later.gz')
    await act('backup', source, later)
    await act('restore', target, later)
    expect(await target.prisma.session.count()).toBe(0)
  })
})

describe('verify', () => {
  it('is content with the demonstration', async () => {
    const db = await seededDatabase()
    expect(await act('verify', db)).toContain('every log replays without a gap')
  })

  it('names the audit entry that was changed behind the program’s back', async () => {
    const db = await freshDatabase()
    await addAudit(db, 3)
    await db.pool.query('ALTER TABLE audit_entry DISABLE TRIGGER USER')
    await db.pool.query("UPDATE audit_entry SET subject = 'other' WHERE seq = 2")
    await expect(act('verify', db)).rejects.toThrow('audit entry 2 is not what was written')
    await db.pool.query('DELETE FROM audit_entry WHERE seq = 2')
    await expect(act('verify', db)).rejects.toThrow('audit entry 2 is missing')
  })

  it('names the update that is missing or cannot be read', async () => {
    const db = await freshDatabase()
    await db.pool.query("INSERT INTO live_document (id, head) VALUES ('d', 2)")
    await db.pool.query("INSERT INTO document_update (document_id, seq, bytes) VALUES ('d', 1, '\\x0000')")
    await expect(act('verify', db)).rejects.toThrow('document d: update 2 is missing')
    await db.pool.query("INSERT INTO document_update (document_id, seq, bytes) VALUES ('d', 2, '\\xffff')")
    await expect(act('verify', db)).rejects.toThrow('document d: update 2 cannot be read')
  })
})

describe('create-admin', () => {
  it('makes a first partnership, its administrator and an audit entry', async () => {
    const db = await freshDatabase()
    await expect(act('create-admin', db, 'jo@example.org')).rejects.toThrow('There is no partnership yet')
    await act('create-admin', db, 'Jo@Example.org', 'Jo Smith', 'Mid Example ICP')
    const member = await db.prisma.membership.findFirstOrThrow({ include: { person: true, partnership: true } })
    expect(member).toMatchObject({ role: 'administrator', person: { email: 'jo@example.org' }, partnership: { name: 'Mid Example ICP' } })
    expect(await act('verify', db)).toContain('Audit: 1 entries')
  })

  it('gives a member the role and takes only addresses', async () => {
    const db = await seededDatabase()
    await act('create-admin', db, 'viewer@demo.northing')
    const viewer = await db.prisma.membership.findFirstOrThrow({ where: { person: { email: 'viewer@demo.northing' } } })
    expect(viewer.role).toBe('administrator')
    await expect(act('create-admin', db, 'not an address')).rejects.toThrow('is not an e-mail address')
  })
})

describe('rebuild-projection', () => {
  it('makes the rows of the demonstration’s document', async () => {
    const db = await seededDatabase()
    await db.prisma.blockRow.deleteMany()
    expect(await act('rebuild-projection', db)).toMatch(/^wessex-vale-2026: \d+ rows changed$/)
    expect(await db.prisma.blockRow.count({ where: { kind: 'objective' } })).toBe(12)
  })
})
