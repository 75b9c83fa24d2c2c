import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { findActor, openReview, STRATEGY_ID } from '../../test/build/agreement'
import { openAgreement } from '../../test/build/agreement-steps'
import { freshDatabase, seededDatabase } from '../../test/build/database'
import { valueOf } from '../../test/build/history'
import { createExporters } from '../exporters/exporters'
import type { Database } from '../persistence/database'
import { createFileStore } from '../persistence/files'
import { createStrategyStore } from '../persistence/strategies'
import { createExportsServices } from '../services/exports/exports-services'
import { VERBS } from './verbs'

const folder = mkdtempSync(join(tmpdir(), 'northing-proof-'))
const exporters = createExporters()
let source: Database
let target: Database
let hash: string

async function act(verb: string, db: Database, ...words: string[]): Promise<string> {
  const found = VERBS[verb]
  if (!found) throw new Error(`no verb ${verb}`)
  return (await found.act(db, words)).join('\n')
}

async function exportJson(db: Database): Promise<Buffer> {
  const exports = createExportsServices({
    ...openReview(db),
    strategies: createStrategyStore(db),
    exporters,
    files: createFileStore(db),
  })
  const input = { strategyId: STRATEGY_ID, format: 'json', edition: '1' }
  return Buffer.from(
    valueOf(await exports.exportStrategy(await findActor(db, 'person-viewer'), input)).bytes,
  )
}

beforeAll(async () => {
  source = await seededDatabase()
  hash = (await openAgreement(source).approve()).hash
  const file = join(folder, 'backup.gz')
  await act('backup', source, file)
  target = await freshDatabase()
  await act('restore', target, file)
}, 240_000)

/** One byte, as a disk or somebody with the database's own password might change it. */
async function change(sql: string): Promise<void> {
  const [table] = /\w+(?= SET)/.exec(sql) ?? []
  await target.pool.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  await target.pool.query(sql)
  await target.pool.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
}

describe('an approved edition, restored elsewhere', () => {
  it('is the same file, and what its fingerprint is made from can be checked by anybody', async () => {
    const [before, after] = [await exportJson(source), await exportJson(target)]
    expect(after.equals(before)).toBe(true)
    expect(before.toString('utf8')).toContain(hash)
    const { content } = await target.prisma.edition.findFirstOrThrow()
    expect(createHash('sha256').update(content).digest('hex')).toBe(hash)
  })

  it('is verified by its hash, with everything around it', async () => {
    const told = await act('verify', target)
    expect(told).toMatch(/Editions: 1/)
    expect(told).toMatch(/the chain holds/)
  })

  it('with one byte changed in its text is found and named', async () => {
    const before = await target.prisma.edition.findFirstOrThrow()
    await change(`UPDATE edition SET content = overlay(content placing 'Q' from 200 for 1)`)
    const after = await target.prisma.edition.findFirstOrThrow()
    expect(after.content).toHaveLength(before.content.length)
    await expect(act('verify', target)).rejects.toThrow(
      `edition 1 of ${STRATEGY_ID}: the text does not have its hash`,
    )
    await target.pool.query('ALTER TABLE edition DISABLE TRIGGER USER')
    await target.prisma.edition.update({
      where: { id: before.id },
      data: { content: before.content },
    })
    await target.pool.query('ALTER TABLE edition ENABLE TRIGGER USER')
    expect(await act('verify', target)).toMatch(/Editions: 1/)
  })

  it('with a sign-off moved to another text is found and named', async () => {
    await change(
      `UPDATE sign_off SET edition_hash = 'f' || substr(edition_hash, 2) WHERE body_id = 'body-icp'`,
    )
    await expect(act('verify', target)).rejects.toThrow(
      `edition 1 of ${STRATEGY_ID}: body-icp signed off another text`,
    )
  })
})
