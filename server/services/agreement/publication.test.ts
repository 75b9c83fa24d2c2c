import { beforeAll, describe, expect, it } from 'vitest'
import { openWriter, STRATEGY_ID } from '../../../test/build/agreement'
import { ALL_BOARDS, codeOf, openAgreement } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'

const SEEDING_MS = 120_000
beforeAll(async () => void (await seededDatabase()), SEEDING_MS)

async function open() {
  const agreement = openAgreement(await seededDatabase())
  const { services, actorOf, approve } = agreement
  const publish = async (
    personId: string,
    editionHash: string,
    urgent: { isUrgent?: boolean; urgentReason?: string } = {},
  ) =>
    services.publishEdition(await actorOf(personId), {
      strategyId: STRATEGY_ID,
      editionHash,
      ...urgent,
    })
  const approvePublication = async (personId: string, editionHash: string) =>
    services.approvePublication(await actorOf(personId), { strategyId: STRATEGY_ID, editionHash })
  const read = async (personId = 'person-chair') => {
    const view = await services.readAgreement(await actorOf(personId), STRATEGY_ID)
    if (!view.ok) throw new Error(view.refusal.message)
    return view.value
  }
  return { ...agreement, publish, approvePublication, read, approve }
}

describe('publishing with four eyes', () => {
  it('[SO27] is refused to whoever submitted, and open to others', async () => {
    const { submit, signAll, sign, publish, read, readState } = await open()
    const { hash } = await submit('person-chair')
    await signAll(hash)
    await sign('person-chair', { bodyId: 'body-icp', editionHash: hash })
    expect((await read()).isOwnSubmission).toBe(true)
    expect(codeOf(await publish('person-chair', hash))).toBe('conflict')
    expect((await readState()).strategy).toBe('approved')
    expect(codeOf(await publish('person-admin', hash))).toBe('done')
    expect((await read()).editions[0]).toMatchObject({
      publishedById: 'person-admin',
      urgentReason: '',
    })
    expect((await read()).steps).not.toContain('approve_publication')
  })

  it('[SO28] [SO29] is urgent with a reason, and approved once by a third person', async () => {
    const { submit, signAll, sign, publish, approvePublication, read, db } = await open()
    const { hash } = await submit('person-chair')
    await signAll(hash)
    await sign('person-chair', { bodyId: 'body-icp', editionHash: hash })
    expect(codeOf(await publish('person-chair', hash, { isUrgent: true, urgentReason: ' ' }))).toBe(
      'invalid',
    )
    expect(
      codeOf(await publish('person-chair', hash, { isUrgent: true, urgentReason: 'Due today.' })),
    ).toBe('done')
    expect((await read('person-chair')).steps).not.toContain('approve_publication')
    expect((await read('person-admin')).steps).toContain('approve_publication')
    expect(codeOf(await approvePublication('person-chair', hash))).toBe('conflict')
    expect(codeOf(await approvePublication('person-viewer', hash))).toBe('forbidden')
    const both = await Promise.all([
      approvePublication('person-admin', hash),
      approvePublication('person-admin', hash),
    ])
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'done'])
    expect((await read('person-admin')).editions[0]?.secondApproval).toMatchObject({
      personName: expect.any(String),
    })
    const audit = await db.prisma.auditEntry.findMany({
      where: { action: { startsWith: 'edition.publi' } },
      orderBy: { seq: 'asc' },
    })
    expect(audit.map(({ action }) => action)).toEqual([
      'edition.published',
      'edition.publication_approved',
    ])
  })

  it('[SO51] waits, urgent or not, while nobody answers for a metric of the edition', async () => {
    const { db, approve, publish, read, readState } = await open()
    const { hash } = await approve()
    expect((await read()).unowned).toEqual([])
    // Of an objective; those no objective is measured by have no lead either, and are in nobody's way.
    await db.prisma.metric.update({ where: { id: 'metric-falls' }, data: { leadId: null } })
    await db.prisma.membership.updateMany({
      where: { personId: 'person-gp' },
      data: { validTo: new Date('2026-10-01') },
    })
    expect((await read()).unowned.map(({ id, why }) => [id, why])).toEqual([
      ['metric-falls', 'no_lead'],
      ['metric-blood-pressure', 'lead_left'],
    ])
    const urgent = { isUrgent: true, urgentReason: 'Due today.' }
    const refused = await publish('person-chair', hash)
    expect(!refused.ok && refused.refusal.message).toContain('has no lead')
    expect(codeOf(await publish('person-chair', hash, urgent))).toBe('conflict')
    expect((await readState()).strategy).toBe('approved')
    await db.prisma.metric.updateMany({
      where: { id: { in: ['metric-falls', 'metric-blood-pressure'] } },
      data: { leadId: 'person-adults' },
    })
    expect(codeOf(await publish('person-chair', hash))).toBe('done')
  })

  it('[SO30] can be undone by withdrawing, which needs a reason and stays on record', async () => {
    const { services, actorOf, approve, publish, review, read } = await open()
    const { hash } = await approve()
    await publish('person-chair', hash)
    const chair = await actorOf('person-chair')
    const withdraw = (reason: string, editionHash = hash) =>
      services.withdrawEdition(chair, { strategyId: STRATEGY_ID, editionHash, reason })
    expect(codeOf(await withdraw(''))).toBe('invalid')
    expect(codeOf(await withdraw('Wrong figures.', 'b'.repeat(64)))).toBe('conflict')
    expect(codeOf(await withdraw('Wrong figures.'))).toBe('done')
    expect(await review.agreement.findPublished('wessex-vale-2026-31')).toBeNull()
    expect(await read()).toMatchObject({
      strategy: { state: 'approved' },
      editions: [{ state: 'withdrawn', endedReason: 'Wrong figures.' }],
    })
    expect(codeOf(await publish('person-chair', hash))).toBe('conflict')
    expect((await read()).steps).toContain('start_next_draft')
  })
})

describe('an approved edition', () => {
  it('[NO9] is told to those who took part', async () => {
    const { db, approve } = await open()
    await approve()
    const told = await db.prisma.notice.findMany({ where: { kind: 'edition_approved' } })
    const whom = told.map(({ personId }) => personId)
    expect(whom).toContain('person-pen')
    expect(new Set(whom).size).toBe(whom.length)
  })
})

describe('mail about a submitted edition', () => {
  it('[NO1] goes to every signatory once, naming each of their bodies, and not to who submitted', async () => {
    const { db, submit } = await open()
    await submit('person-chair')
    const told = await db.prisma.notice.findMany({
      include: { person: true },
      orderBy: { person: { email: 'asc' } },
    })
    expect(told.map(({ person }) => person.email)).toEqual([
      'council@demo.northing',
      'hwb.thornley@wessexvale.example',
      'hwb@demo.northing',
      'secretary@wessexvale.example',
    ])
    expect(told[0]?.sentences.join(' ')).toMatch(
      /for Caldbourne Health and Wellbeing Board and Caldbourne County Council Cabinet\./,
    )
    expect(told[0]?.path).toBe(`/strategies/${STRATEGY_ID}/agreement`)
  })

  it('[NO5] is not there when the text could not be submitted', async () => {
    const { db, services, actorOf, submit } = await open()
    await submit()
    await db.pool.query('DELETE FROM notice')
    const again = await services.submitEdition(await actorOf('person-pen'), {
      strategyId: STRATEGY_ID,
      changeNote: '',
    })
    expect(codeOf(again)).toBe('conflict')
    expect(await db.prisma.notice.count()).toBe(0)
  })
})

describe('a text that moves on', () => {
  it('[SO31] shows the sign-offs of the earlier text as stale, with what changed', async () => {
    const { db, services, actorOf, approve, read, submit, sign } = await open()
    await approve()
    expect((await read()).stale).toBeNull()
    await services.startNextDraft(await actorOf('person-chair'), STRATEGY_ID)
    expect((await read()).stale).toBeNull()
    const writer = await openWriter(db)
    await writer.type(' and more')
    writer.close()
    const stale = (await read()).stale
    expect(stale).toMatchObject({ number: 1, changes: { sentence: '1 chapter renamed.' } })
    expect(stale?.signOffs).toHaveLength(ALL_BOARDS.length + 1)
    const second = await submit()
    const [first] = ALL_BOARDS
    await sign(first[0], { bodyId: first[1], editionHash: second.hash })
    const now = await read()
    expect(now.signOffs).toHaveLength(1)
    expect(now.stale?.signOffs).toHaveLength(ALL_BOARDS.length)
    expect(now.stale?.signOffs.map(({ bodyId }) => bodyId)).not.toContain(first[1])
  })
})
