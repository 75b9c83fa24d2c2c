import { beforeEach, describe, expect, it } from 'vitest'
import { openWriter, STRATEGY_ID } from '../../../test/build/agreement'
import { codeOf, openAgreement } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import type { Database } from '../../persistence/database'

let db: Database
let agreement: ReturnType<typeof openAgreement>

beforeEach(async () => {
  db = await seededDatabase()
  agreement = openAgreement(db)
})

async function submit(kind: string, changeNote = 'Two words') {
  const input = { strategyId: STRATEGY_ID, changeNote, kind }
  return agreement.services.submitEdition(await agreement.actorOf('person-pen'), input)
}

async function startNext() {
  const pen = await agreement.actorOf('person-pen')
  await agreement.services.startNextDraft(pen, STRATEGY_ID)
}

describe('major and minor editions', () => {
  it('[SO42] [SO43] the first is 1.0; another chapter title makes 1.1, with its hash over the text alone', async () => {
    expect(codeOf(await submit('minor'))).toBe('conflict')
    await agreement.approve()
    await startNext()
    const writer = await openWriter(db)
    await writer.type(' and more')
    writer.close()
    expect(codeOf(await submit('minor', ''))).toBe('invalid')
    expect(await submit('minor')).toMatchObject({ ok: true, value: { number: 2, label: '1.1' } })
    const rows = await db.prisma.edition.findMany({ orderBy: { number: 'asc' } })
    expect(rows.map(({ label }) => label)).toEqual(['1.0', '1.1'])
    expect(rows[1]?.content).not.toContain('"1.1"')
    const told = await db.prisma.notice.findMany({ select: { about: true } })
    expect(told.filter(({ about }) => about.includes('Edition 2 (1.1)'))).not.toEqual([])
  })

  it('[SO42] is for good: the database refuses another label', async () => {
    await agreement.submit()
    await expect(db.pool.query("UPDATE edition SET label = '9.9'")).rejects.toThrow(/never changes/)
  })

  it('[SO42] whoever does not say gets a major one', async () => {
    await agreement.approve()
    await startNext()
    expect(await agreement.submit()).toMatchObject({ number: 2, label: '2.0' })
  })
})
