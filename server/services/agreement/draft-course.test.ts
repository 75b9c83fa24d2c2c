import { beforeEach, describe, expect, it } from 'vitest'
import { openAgreement, codeOf } from '../../../test/build/agreement-steps'
import { buildForeignChair, STRATEGY_ID } from '../../../test/build/agreement'
import { seededDatabase } from '../../../test/build/database'
import type { Database } from '../../persistence/database'
import { createStrategyStore } from '../../persistence/strategies'
import { createAgreementServices } from './agreement-services'
import { keepAtSteps } from '../history/keep-step'

let db: Database
let agreement: ReturnType<typeof openAgreement>

beforeEach(async () => {
  db = await seededDatabase()
  agreement = openAgreement(db)
})

async function move(to: string, note = '', personId = 'person-chair') {
  const input = { strategyId: STRATEGY_ID, to, note }
  return agreement.services.changePhase(await agreement.actorOf(personId), input)
}

async function suggest(
  suggestingOnly: boolean,
  reason = 'The boards read it.',
  by = 'person-chair',
) {
  const input = { strategyId: STRATEGY_ID, suggestingOnly, reason }
  return agreement.services.setSuggestingOnly(await agreement.actorOf(by), input)
}

async function readView() {
  const view = await agreement.services.readAgreement(
    await agreement.actorOf('person-chair'),
    STRATEGY_ID,
  )
  if (!view.ok) throw new Error(view.refusal.message)
  return view.value
}

describe('the phase of a draft', () => {
  it('[SO35] is kept with who, when and why, in the audit too, and tells the pages', async () => {
    expect(codeOf(await move('consultation', 'Open until 30 November.'))).toBe('done')
    const view = await readView()
    expect(view.strategy.phase).toBe('consultation')
    expect(view.phaseChanges).toMatchObject([
      {
        from: 'drafting',
        to: 'consultation',
        note: 'Open until 30 November.',
        personName: 'Dame Ruth Alder',
      },
    ])
    const row = await createStrategyStore(db).findStrategy(STRATEGY_ID)
    expect(row).toMatchObject({
      phase: 'consultation',
      phaseChange: { personName: 'Dame Ruth Alder', at: '2026-11-02T10:00:00.000Z' },
    })
    const entry = await db.prisma.auditEntry.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    expect(entry).toMatchObject({ action: 'draft.phase_changed', subject: STRATEGY_ID })
    expect(agreement.review.told).toEqual([`${STRATEGY_ID} state`])
  })

  it('[SO32] [AC26] is refused with the reason and leaves no trace', async () => {
    expect(codeOf(await move('final_draft'))).toBe('conflict')
    expect(codeOf(await move('nowhere'))).toBe('invalid')
    expect(codeOf(await move('consultation', '', 'person-viewer'))).toBe('forbidden')
    const foreign = { strategyId: STRATEGY_ID, to: 'consultation', note: '' }
    expect(codeOf(await agreement.services.changePhase(buildForeignChair(), foreign))).toBe(
      'not_found',
    )
    expect(codeOf(await agreement.services.changePhase(null, foreign))).toBe('forbidden')
    expect(await db.prisma.phaseChange.count()).toBe(0)
  })

  it('[SO32] of two people who move it at once one is refused', async () => {
    const answers = await Promise.all([
      move('consultation'),
      move('consultation', '', 'person-pen'),
    ])
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done'])
    expect(await db.prisma.phaseChange.count()).toBe(1)
  })

  it('[SO35] leaves a version of the text', async () => {
    const kept: unknown[] = []
    const services = keepAtSteps(
      createAgreementServices(agreement.review),
      async (step) => void kept.push(step),
      (error) => kept.push(error),
    )
    const chair = await agreement.actorOf('person-chair')
    await services.changePhase(chair, { strategyId: STRATEGY_ID, to: 'workshop', note: '' })
    await services.changePhase(chair, { strategyId: STRATEGY_ID, to: 'workshop', note: '' })
    expect(kept).toEqual([
      { strategyId: STRATEGY_ID, personId: 'person-chair', reason: 'phase', note: 'Workshop' },
    ])
  })

  it('[SO36] [SO38] submitting early keeps what it skips, and the next draft begins in drafting', async () => {
    await move('consultation')
    const { hash } = await agreement.submit()
    const view = await readView()
    expect(view.editions[0]).toMatchObject({ submittedFrom: 'consultation' })
    const entry = await db.prisma.auditEntry.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    expect(entry.data).toMatchObject({ skipped: 'fact_check final_draft' })
    expect(codeOf(await move('fact_check'))).toBe('conflict')
    const back = { strategyId: STRATEGY_ID, editionHash: hash, reason: 'One figure.' }
    await agreement.services.returnToDrafting(await agreement.actorOf('person-chair'), back)
    const roads = (await readView()).phaseChanges.map(({ from, to }) => `${from} ${to}`)
    expect(roads.sort()).toEqual(['consultation drafting', 'drafting consultation'])
  })

  it.each(['phase_change', 'writing_change'])(
    '[SO35] [SO39] rows of %s are only added',
    async (table) => {
      await move('consultation')
      await suggest(true)
      for (const sql of [
        `UPDATE ${table} SET at = now()`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ])
        await expect(db.pool.query(sql)).rejects.toThrow(/only ever added/)
    },
  )
})

describe('suggesting only', () => {
  it('[SO39] [AC27] is the chair’s, with the reason, both ways', async () => {
    expect(codeOf(await suggest(true, 'Why', 'person-pen'))).toBe('forbidden')
    expect(codeOf(await suggest(true, ''))).toBe('invalid')
    const [first, second] = await Promise.all([suggest(true), suggest(true)])
    expect([codeOf(first), codeOf(second)].sort()).toEqual(['conflict', 'done'])
    const row = await createStrategyStore(db).findStrategy(STRATEGY_ID)
    expect(row?.suggesting).toMatchObject({
      personName: 'Dame Ruth Alder',
      reason: 'The boards read it.',
    })
    expect(codeOf(await suggest(false, ''))).toBe('done')
    expect((await createStrategyStore(db).findStrategy(STRATEGY_ID))?.suggesting).toBeNull()
    const actions = await db.prisma.auditEntry.findMany({ where: { subject: STRATEGY_ID } })
    expect(actions.map(({ action }) => action)).toEqual([
      'draft.suggesting_only',
      'draft.opened_for_writing',
    ])
  })

  it('[SO41] ends when the draft is submitted, and then cannot be begun', async () => {
    await suggest(true)
    await agreement.submit()
    const view = await readView()
    expect(view.strategy.suggestingOnly).toBe(false)
    expect(view.writingChanges.map(({ reason }) => reason)).toContain('Submitted as edition 1.')
    const { suggestingSince } = await db.prisma.liveDocument.findFirstOrThrow()
    expect(suggestingSince).toBeNull()
    expect(codeOf(await suggest(true))).toBe('conflict')
  })
})
