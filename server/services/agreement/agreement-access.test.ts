import { beforeAll, describe, expect, it } from 'vitest'
import { buildForeignChair, STRATEGY_ID } from '../../../test/build/agreement'
import { codeOf, openAgreement } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'

/** The first database of a run is seeded, which takes a while on a busy machine. */
const SEEDING_MS = 120_000
beforeAll(async () => void (await seededDatabase()), SEEDING_MS)

const open = async () => openAgreement(await seededDatabase())

describe('who may', () => {
  it('S11 nobody of another partnership learns anything', async () => {
    const { db, services, submit } = await open()
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
    const { services, actorOf, submit, readState } = await open()
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
    const { services, actorOf, submit, signAll } = await open()
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
