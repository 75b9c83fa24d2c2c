import { beforeAll, describe, expect, it } from 'vitest'
import { openWriter, STRATEGY_ID } from '../../../test/build/agreement'
import { ALL_BOARDS, codeOf, openAgreement } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import { createAgreementServices } from './agreement-services'
import { hashEdition } from './hash-edition'

/** The first database of a run is seeded, which takes a while on a busy machine. */
const SEEDING_MS = 120_000
beforeAll(async () => void (await seededDatabase()), SEEDING_MS)

const open = async () => openAgreement(await seededDatabase())

const UNTOUCHED = { strategy: 'drafting', frozen: false, editions: [], signOffs: 0 }

describe('submitting', () => {
  it('freezes the text and stores it with its hash', async () => {
    const { db, review, submit, readState } = await open()
    const { number, hash } = await submit()
    expect(number).toBe(1)
    expect(await readState()).toEqual({
      strategy: 'submitted',
      frozen: true,
      editions: ['submitted'],
      signOffs: 0,
    })
    const row = await db.prisma.edition.findFirstOrThrow()
    expect(hashEdition(row.content)).toBe(hash)
    expect(row.documentSeq).toBe((await db.prisma.liveDocument.findFirstOrThrow()).head)
    expect(review.told).toEqual([`${STRATEGY_ID} freeze`, `${STRATEGY_ID} state`])
  })

  it('holds everything an export needs, as it was', async () => {
    const { services, actorOf, submit } = await open()
    await submit()
    const view = await services.readEdition(await actorOf('person-viewer'), {
      strategyId: STRATEGY_ID,
      number: 1,
    })
    if (!view.ok) throw new Error(view.refusal.message)
    const { content } = view.value
    const objectives = content.content.blocks.filter((block) => block.kind === 'objective')
    const links = objectives.flatMap((o) => o.metricLinks.map((link) => link.metricId))
    expect(objectives).toHaveLength(12)
    expect(new Set(content.metrics.map((metric) => metric.id))).toEqual(new Set(links))
    expect(content.metrics.every((metric) => metric.observations.length > 0)).toBe(true)
    expect(new Set(content.hwbPriorities.map((p) => p.id))).toEqual(
      new Set(objectives.flatMap((o) => o.hwbPriorityIds)),
    )
    expect(new Set(content.needs.map((n) => n.id))).toEqual(
      new Set(objectives.flatMap((o) => o.needIds)),
    )
    const leads = objectives.flatMap((o) => (o.leadId ? [o.leadId] : []))
    expect(content.people.map((person) => person.id)).toEqual(expect.arrayContaining(leads))
  })

  it('[SO6] leaves no trace when something is missing', async () => {
    const { review, db, services, actorOf, readState } = await open()
    const edition = await db.prisma.body.update({
      where: { id: 'body-icp' },
      data: { kind: 'steering_group' },
    })
    const outcome = await services.submitEdition(await actorOf('person-chair'), {
      strategyId: STRATEGY_ID,
      changeNote: '',
    })
    expect(edition.id).toBe('body-icp')
    expect(codeOf(outcome)).toBe('invalid')
    expect(await readState()).toEqual(UNTOUCHED)
    expect(await db.prisma.auditEntry.count()).toBe(0)
    expect(review.told).toEqual([])
  })

  it('leaves no trace when it fails half-way', async () => {
    const { review, actorOf, readState } = await open()
    const failing = {
      ...review,
      newId: () => {
        throw new Error('power cut')
      },
    }
    const attempt = createAgreementServices(failing).submitEdition(await actorOf('person-chair'), {
      strategyId: STRATEGY_ID,
      changeNote: '',
    })
    await expect(attempt).rejects.toThrow('power cut')
    expect(await readState()).toEqual(UNTOUCHED)
  })

  it('S14 happens once when five people submit at the same instant', async () => {
    const { services, actorOf, readState } = await open()
    const chair = await actorOf('person-chair')
    const attempts = Array.from({ length: 5 }, () =>
      services.submitEdition(chair, { strategyId: STRATEGY_ID, changeNote: '' }),
    )
    expect((await Promise.all(attempts)).map(codeOf).sort()).toEqual([
      'conflict',
      'conflict',
      'conflict',
      'conflict',
      'done',
    ])
    expect((await readState()).editions).toEqual(['submitted'])
  })
})

describe('signing off', () => {
  it('S14 twenty answers for one body at the same instant make one', async () => {
    const { db, services, actorOf, submit } = await open()
    const { hash } = await submit()
    const hwb = await actorOf('person-hwb')
    const fields = { bodyId: 'body-hwb-ashmere', editionHash: hash, result: 'agreed' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        services.signOffEdition(hwb, { strategyId: STRATEGY_ID, fields }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['done', 'conflict']))
    expect(await db.prisma.signOff.count()).toBe(1)
  })

  it('S14 twenty approvals at the same instant approve once', async () => {
    const { db, services, actorOf, submit, signAll, readState } = await open()
    const { hash } = await submit()
    await signAll(hash)
    const chair = await actorOf('person-chair')
    const fields = { bodyId: 'body-icp', editionHash: hash, result: 'agreed' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        services.signOffEdition(chair, { strategyId: STRATEGY_ID, fields }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await readState()).toMatchObject({
      strategy: 'approved',
      editions: ['approved'],
      signOffs: 4,
    })
    expect(await db.prisma.auditEntry.count({ where: { action: 'edition.approved' } })).toBe(1)
  })

  it('S14 records nothing for a stale hash', async () => {
    const { db, services, actorOf, submit, sign, readState } = await open()
    const { hash } = await submit()
    const chair = await actorOf('person-chair')
    await services.returnToDrafting(chair, {
      strategyId: STRATEGY_ID,
      editionHash: hash,
      reason: 'Housing is missing.',
    })
    const writer = await openWriter(db)
    expect((await writer.type(' and housing')).state).toBe('committed')
    writer.close()
    const second = await submit()
    expect(second.number).toBe(2)
    expect(second.hash).not.toBe(hash)
    expect(
      codeOf(await sign('person-hwb', { bodyId: 'body-hwb-ashmere', editionHash: hash })),
    ).toBe('conflict')
    expect((await readState()).signOffs).toBe(0)
  })

  it('S14 nobody approves alone or out of turn', async () => {
    const { submit, sign, readState } = await open()
    const { hash } = await submit()
    expect(codeOf(await sign('person-chair', { bodyId: 'body-icp', editionHash: hash }))).toBe(
      'conflict',
    )
    expect(
      codeOf(await sign('person-chair', { bodyId: 'body-hwb-ashmere', editionHash: hash })),
    ).toBe('forbidden')
    expect(
      codeOf(await sign('person-viewer', { bodyId: 'body-hwb-ashmere', editionHash: hash })),
    ).toBe('forbidden')
    expect(await readState()).toMatchObject({ strategy: 'submitted', signOffs: 0 })
  })

  it('a body that declined blocks approval until the edition is returned, and stays on record', async () => {
    const { services, actorOf, submit, sign, approve } = await open()
    const { hash } = await submit()
    expect(
      codeOf(
        await sign('person-hwb', {
          bodyId: 'body-hwb-ashmere',
          editionHash: hash,
          result: 'declined',
          reason: 'Too little on housing.',
        }),
      ),
    ).toBe('done')
    for (const [personId, bodyId] of ALL_BOARDS.slice(1))
      await sign(personId, { bodyId, editionHash: hash })
    expect(codeOf(await sign('person-chair', { bodyId: 'body-icp', editionHash: hash }))).toBe(
      'conflict',
    )
    const chair = await actorOf('person-chair')
    expect(
      codeOf(
        await services.returnToDrafting(chair, {
          strategyId: STRATEGY_ID,
          editionHash: hash,
          reason: 'Housing.',
        }),
      ),
    ).toBe('done')
    await approve()
    const first = await services.readEdition(chair, { strategyId: STRATEGY_ID, number: 1 })
    expect(
      first.ok && first.value.signOffs.find((s) => s.bodyId === 'body-hwb-ashmere'),
    ).toMatchObject({ result: 'declined', reason: 'Too little on housing.' })
    expect(first.ok && first.value.edition).toMatchObject({
      state: 'returned',
      endedReason: 'Housing.',
    })
  })

  it('S13 ignores fields that are not part of a sign-off', async () => {
    const { db, review, submit, sign, readState } = await open()
    const { hash } = await submit()
    const planted = {
      personId: 'person-chair',
      verb: 'approve',
      at: '2001-01-01',
      state: 'approved',
      approvedAt: '2001-01-01',
      role: 'chair',
      hash: 'x',
      id: 'mine',
    }
    await sign('person-hwb', { bodyId: 'body-hwb-ashmere', editionHash: hash, ...planted })
    expect(await db.prisma.signOff.findFirstOrThrow()).toMatchObject({
      personId: 'person-hwb',
      verb: 'endorse',
      at: review.now(),
    })
    expect(await db.prisma.signOff.count({ where: { id: 'mine' } })).toBe(0)
    expect((await readState()).strategy).toBe('submitted')
  })
})

describe('publishing and the next draft', () => {
  it('publishes what was approved and supersedes what was public', async () => {
    const { review, services, actorOf, approve, readState } = await open()
    const chair = await actorOf('person-chair')
    const first = await approve()
    expect(
      codeOf(
        await services.publishEdition(chair, { strategyId: STRATEGY_ID, editionHash: first.hash }),
      ),
    ).toBe('done')
    expect(codeOf(await services.startNextDraft(chair, STRATEGY_ID))).toBe('done')
    expect(await readState()).toMatchObject({
      strategy: 'drafting',
      frozen: false,
      editions: ['published'],
    })
    const second = await approve()
    expect((await review.agreement.findPublished('wessex-vale-2026-31'))?.summary.number).toBe(1)
    await services.publishEdition(await actorOf('person-admin'), {
      strategyId: STRATEGY_ID,
      editionHash: second.hash,
    })
    expect((await review.agreement.findPublished('wessex-vale-2026-31'))?.summary.number).toBe(2)
    expect((await readState()).editions.sort()).toEqual(['published', 'superseded'])
  })

  it('S14 publishes nothing that is not approved, and edits nothing that is frozen', async () => {
    const { db, services, actorOf, submit, readState } = await open()
    const { hash } = await submit()
    const chair = await actorOf('person-chair')
    expect(
      codeOf(await services.publishEdition(chair, { strategyId: STRATEGY_ID, editionHash: hash })),
    ).toBe('conflict')
    expect(codeOf(await services.startNextDraft(chair, STRATEGY_ID))).toBe('conflict')
    const writer = await openWriter(db)
    expect((await writer.type('late')).state).toBe('frozen')
    writer.close()
    expect(await readState()).toMatchObject({
      strategy: 'submitted',
      frozen: true,
      editions: ['submitted'],
    })
  })

  it('an edition’s text, number and rows never change, whoever asks', async () => {
    const { db, submit, sign } = await open()
    await submit()
    const update = (sql: string) => db.pool.query(sql)
    await expect(update(`UPDATE edition SET content = '{}'`)).rejects.toThrow('never changes')
    await expect(update(`UPDATE edition SET hash = 'x'`)).rejects.toThrow('never changes')
    await expect(update('DELETE FROM edition')).rejects.toThrow('only ever added')
    const outcome = await sign('person-hwb', {
      bodyId: 'body-hwb-ashmere',
      editionHash: (await db.prisma.edition.findFirstOrThrow()).hash,
    })
    expect(codeOf(outcome)).toBe('done')
    await expect(update(`UPDATE sign_off SET result = 'agreed'`)).rejects.toThrow('only ever added')
    await expect(update('DELETE FROM sign_off')).rejects.toThrow('only ever added')
    await expect(update('DELETE FROM audit_entry')).rejects.toThrow('only ever added')
  })

  it('a stored text that was tampered with is not shown', async () => {
    const { db, services, actorOf, submit } = await open()
    await submit()
    await db.pool.query('ALTER TABLE edition DISABLE TRIGGER ALL')
    await db.pool.query(`UPDATE edition SET content = replace(content, 'Wessex', 'Essex')`)
    const read = services.readEdition(await actorOf('person-viewer'), {
      strategyId: STRATEGY_ID,
      number: 1,
    })
    await expect(read).rejects.toThrow('does not match its hash')
  })
})
