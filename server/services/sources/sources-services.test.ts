import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { STRATEGY } from '../../../prisma/seed/content'
import { PARTNERSHIP } from '../../../prisma/seed/places'
import { SOURCES } from '../../../prisma/seed/sources'
import { seededDatabase } from '../../../test/build/database'
import { buildActor } from '../../../test/build/actor'
import type { Database } from '../../persistence/database'
import { createSourceStore } from '../../persistence/sources'
import { createSourcesServices } from './sources-services'

let db: Database
let sources: ReturnType<typeof createSourcesServices>

beforeAll(async () => {
  db = await seededDatabase()
  const store = createSourceStore(db)
  sources = createSourcesServices({ sources: store, now: () => new Date(), newId: randomUUID })
})

const member = { partnershipId: PARTNERSHIP.id, personId: 'person-pen' }
const editor = buildActor({ ...member, role: 'editor' })
const reader = buildActor({ ...member, role: 'viewer' })
const stranger = buildActor({ role: 'chair', partnershipId: 'elsewhere' })
const FORM = {
  title: 'A new report',
  authors: '',
  publisher: 'Healthwatch',
  year: '2026',
  url: '',
  kind: 'report',
  accessedAt: '2026-10-01',
}

describe('the library', () => {
  it('lists what may be cited, for every member, without what was replaced', async () => {
    const listed = await sources.list(reader, STRATEGY.id)
    const titles = SOURCES.map((source) => source.title as string).sort()
    expect(listed.ok && listed.value.map((source) => source.title)).toEqual(titles)
    const [first, second] = SOURCES
    const data = { supersededById: first.id }
    await db.prisma.source.update({ where: { id: second.id }, data })
    const fewer = await sources.list(reader, STRATEGY.id)
    expect(fewer.ok && fewer.value).toHaveLength(2)
  })

  it('takes a new one from those who may edit, and tells the audit', async () => {
    const added = await sources.add(editor, { strategyId: STRATEGY.id, form: FORM })
    const id = added.ok ? added.value.id : ''
    expect(added).toEqual({ ok: true, value: { ...FORM, id, year: 2026 } })
    const listed = await sources.list(editor, STRATEGY.id)
    expect(listed.ok && listed.value.find((source) => source.id === id)).toEqual(
      added.ok && added.value,
    )
    const audit = await db.prisma.auditEntry.findFirst({ where: { subject: id } })
    expect(audit).toMatchObject({ action: 'source.added', actorId: 'person-pen' })
  })

  it('takes none from a reader, and tells a stranger nothing', async () => {
    const input = { strategyId: STRATEGY.id, form: FORM }
    expect(await sources.add(reader, input)).toMatchObject({ refusal: { code: 'forbidden' } })
    const unknown = await sources.add(editor, { ...input, strategyId: 'none' })
    expect(unknown).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await sources.add(stranger, input)).toEqual(unknown)
    expect(await sources.list(stranger, STRATEGY.id)).toEqual(unknown)
    expect(await sources.list(null, STRATEGY.id)).toMatchObject({ ok: false })
  })

  it('says what is wrong and adds nothing', async () => {
    const before = await db.prisma.source.count()
    const form = { ...FORM, url: 'javascript:alert(1)' }
    expect(await sources.add(editor, { strategyId: STRATEGY.id, form })).toMatchObject({
      refusal: { code: 'invalid', fields: { url: expect.any(String) } },
    })
    expect(await db.prisma.source.count()).toBe(before)
  })
})
