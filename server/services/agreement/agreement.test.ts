import { beforeEach, describe, expect, it } from 'vitest'
import {
  buildForeignChair,
  findActor,
  openReview,
  openWriter,
  STRATEGY_ID,
} from '../../../test/build/agreement'
import { seededDatabase } from '../../../test/build/database'
import type { Actor } from '../../../app/domain/access/actor'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { Database } from '../../persistence/database'
import { createAgreementServices } from './agreement-services'
import { hashEdition } from './hash-edition'

let db: Database
let review: ReturnType<typeof openReview>
let services: ReturnType<typeof createAgreementServices>

beforeEach(async () => {
  db = await seededDatabase()
  review = openReview(db)
  services = createAgreementServices(review)
})

const ALL_BOARDS = [
  ['person-hwb', 'body-hwb-ashmere'],
  ['person-council', 'body-hwb-caldbourne'],
  ['person-hwb-thornley', 'body-hwb-thornley'],
] as const

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.refusal.code
}

const actorOf = (personId: string): Promise<Actor> => findActor(db, personId)

async function submit(personId = 'person-chair') {
  const outcome = await services.submitEdition(await actorOf(personId), {
    strategyId: STRATEGY_ID,
    changeNote: 'First',
  })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

async function sign(personId: string, fields: Record<string, unknown>) {
  return services.signOffEdition(await actorOf(personId), {
    strategyId: STRATEGY_ID,
    fields: { result: 'agreed', ...fields },
  })
}

async function signAll(editionHash: string) {
  for (const [personId, bodyId] of ALL_BOARDS)
    expect(codeOf(await sign(personId, { bodyId, editionHash }))).toBe('done')
}

async function approve() {
  const { hash, number } = await submit()
  await signAll(hash)
  expect(await sign('person-chair', { bodyId: 'body-icp', editionHash: hash })).toEqual({
    ok: true,
    value: { approved: true },
  })
  return { hash, number }
}

async function readState() {
  const strategy = await db.prisma.strategy.findUniqueOrThrow({
    where: { id: STRATEGY_ID },
    include: { document: true, editions: true },
  })
  const frozen = strategy.document.frozenAt !== null
  return {
    strategy: strategy.state,
    frozen,
    editions: strategy.editions.map((e) => e.state),
    signOffs: await db.prisma.signOff.count(),
  }
}

const UNTOUCHED = { strategy: 'drafting', frozen: false, editions: [], signOffs: 0 }

describe('submitting', () => {
  it('freezes the text and stores it with its hash', async () => {
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

  it('S27 each update racing with it is in the edition or refused', async () => {
    const writers = await Promise.all(Array.from({ length: 5 }, () => openWriter(db)))
    const accepted: string[] = []
    const refused: string[] = []
    let stop = false
    const typing = writers.map(async (writer, w) => {
      for (let i = 0; !stop; i++) {
        const token = `<${w}.${i}>`
        const answer = await writer.type(token)
        if (answer.state === 'committed') accepted.push(token)
        else {
          refused.push(token)
          return
        }
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 150))
    const { hash } = await submit()
    await Promise.race([Promise.all(typing), new Promise((resolve) => setTimeout(resolve, 5000))])
    stop = true
    await Promise.all(typing)
    writers.forEach((writer) => writer.close())
    const row = await db.prisma.edition.findFirstOrThrow()
    expect(accepted.length).toBeGreaterThan(5)
    expect(refused).toHaveLength(5)
    expect(accepted.filter((token) => !row.content.includes(token))).toEqual([])
    expect(refused.filter((token) => row.content.includes(token))).toEqual([])
    expect(row.documentSeq).toBe((await db.prisma.liveDocument.findFirstOrThrow()).head)
    expect(row.hash).toBe(hash)
  })

  it('S14 happens once when five people submit at the same instant', async () => {
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

describe('who may', () => {
  it('S11 nobody of another partnership learns anything', async () => {
    const { hash } = await submit()
    const foreign = buildForeignChair()
    const answers = await Promise.all([
      services.readAgreement(foreign, STRATEGY_ID),
      services.readEdition(foreign, { strategyId: STRATEGY_ID, number: 1 }),
      services.signOffEdition(foreign, {
        strategyId: STRATEGY_ID,
        fields: { bodyId: 'body-icp', editionHash: hash, result: 'agreed' },
      }),
      services.returnToDrafting(foreign, {
        strategyId: STRATEGY_ID,
        editionHash: hash,
        reason: 'x',
      }),
      services.publishEdition(foreign, { strategyId: STRATEGY_ID, editionHash: hash }),
      services.readAgreement(foreign, 'no-such-strategy'),
      services.readAgreement(foreign, 'nul\u0000'),
    ])
    const refusals = new Set(
      answers.map((answer) => (answer.ok ? 'done' : JSON.stringify(answer.refusal))),
    )
    expect(refusals.size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
    expect(await db.prisma.signOff.count()).toBe(0)
  })

  it('[AC5] [AC6] only the chair and editors submit, and only the chair returns', async () => {
    const others = ['person-reviewer', 'person-viewer', 'person-hwb', 'person-lead', 'person-admin']
    for (const personId of others) {
      const input = { strategyId: STRATEGY_ID, changeNote: '' }
      expect(codeOf(await services.submitEdition(await actorOf(personId), input))).toBe('forbidden')
    }
    const { hash } = await submit('person-pen')
    for (const personId of [...others, 'person-pen']) {
      const input = { strategyId: STRATEGY_ID, editionHash: hash, reason: 'x' }
      expect(codeOf(await services.returnToDrafting(await actorOf(personId), input))).toBe(
        'forbidden',
      )
    }
    expect(await readState()).toMatchObject({ strategy: 'submitted', editions: ['submitted'] })
  })

  it('tells each person what waits for them', async () => {
    const { hash } = await submit()
    const waitingFor = async (personId: string) => {
      const waiting = await services.listWaiting(await actorOf(personId))
      return waiting.ok ? waiting.value.map((w) => [w.body.id, w.isReady]) : []
    }
    expect(await waitingFor('person-hwb')).toEqual([['body-hwb-ashmere', true]])
    expect(await waitingFor('person-chair')).toEqual([['body-icp', false]])
    expect(await waitingFor('person-viewer')).toEqual([])
    await signAll(hash)
    expect(await waitingFor('person-hwb')).toEqual([])
    expect(await waitingFor('person-chair')).toEqual([['body-icp', true]])
  })
})
