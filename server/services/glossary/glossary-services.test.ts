import { beforeEach, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../../test/build/database'
import type { Actor } from '../../../app/domain/access/actor'
import type { Role } from '../../../app/domain/access/actor'
import { createGlossaryStore } from '../../persistence/glossary'
import type { Database } from '../../persistence/database'
import { type GlossaryServices, createGlossaryServices } from './glossary-services'

const STRATEGY = 'wessex-vale-2026'

let db: Database
let glossary: GlossaryServices
let ids = 0

beforeEach(async () => {
  db = await seededDatabase()
  glossary = createGlossaryServices({
    glossary: createGlossaryStore(db),
    now: () => new Date('2027-03-01T10:00:00Z'),
    newId: () => `new-term-${(ids += 1)}`,
  })
})

function actor(role: Role, partnershipId = 'wessex-vale'): Actor {
  return {
    personId: 'person-pen',
    name: 'Samir Patel',
    email: 'pen@demo.northing',
    partnershipId,
    partnershipName: '',
    organisationId: '',
    organisationName: '',
    role,
    signatoryOf: [],
  }
}

const add = (who: Actor | null, fields: Record<string, string>, termId: string | null = null) =>
  glossary.save(who, { strategyId: STRATEGY, termId, fields })

async function list(who: Actor | null) {
  const listed = await glossary.list(who, STRATEGY)
  return listed.ok ? listed.value : listed.refusal.code
}

describe('the glossary of a partnership', () => {
  it('[GL6] is read by members and changed by editors', async () => {
    const before = (await list(actor('viewer'))).length
    const fields = { term: 'Zebra unit', definition: 'A team.' }
    expect(await add(actor('viewer'), fields)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await add(null, fields)).toMatchObject({ ok: false })
    expect(await add(actor('editor', 'another'), fields)).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await list(actor('chair', 'another'))).toBe('not_found')
    expect(await add(actor('editor'), fields)).toMatchObject({ ok: true })
    expect(await list(actor('viewer'))).toHaveLength(before + 1)
  })

  it('[GL7] [GL5] keeps each word once, and each change in the audit log', async () => {
    const editor = actor('editor')
    await add(editor, { term: 'Zebra unit', definition: 'A team.' })
    expect(await add(editor, { term: 'zebra UNIT', definition: 'Again.' })).toMatchObject({
      refusal: { code: 'invalid' },
    })
    const terms = await list(editor)
    const id = Array.isArray(terms)
      ? (terms.find(({ term }) => term === 'Zebra unit')?.id ?? '')
      : ''
    await add(editor, { term: 'Zebra unit', definition: 'A ward.', insteadOf: 'ward' }, id)
    expect(await list(editor)).toContainEqual({
      id,
      term: 'Zebra unit',
      definition: 'A ward.',
      insteadOf: 'ward',
    })
    const remove = () => glossary.remove(editor, { strategyId: STRATEGY, termId: id })
    expect(await remove()).toMatchObject({ ok: true })
    expect(await remove()).toMatchObject({ refusal: { code: 'not_found' } })
    const entries = await db.prisma.auditEntry.findMany({
      where: { subject: id },
      orderBy: { seq: 'asc' },
    })
    expect(entries.map(({ action }) => action)).toEqual([
      'glossary_term.added',
      'glossary_term.changed',
      'glossary_term.removed',
    ])
  })
})
