import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  buildForeignChair,
  findActor,
  openReview,
  STRATEGY_ID,
} from '../../../test/build/agreement'
import { codeOf } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import type { Database } from '../../persistence/database'
import { createVisionStore } from '../../persistence/vision'
import { createVisionServices } from './vision-services'

let db: Database
let now = new Date('2026-11-02T10:00:00Z')
let services: ReturnType<typeof createVisionServices>

beforeEach(async () => {
  db = await seededDatabase()
  now = new Date('2026-11-02T10:00:00Z')
  services = createVisionServices({
    ...openReview(db),
    vision: createVisionStore(db),
    now: () => now,
    newId: randomUUID,
  })
})

async function ask(personId = 'person-chair', organisationIds: string[] = []) {
  const actor = await findActor(db, personId)
  return services.ask(actor, { strategyId: STRATEGY_ID, organisationIds, note: 'By Friday.' })
}

async function read() {
  const view = await services.read(await findActor(db, 'person-chair'), STRATEGY_ID)
  if (!view.ok) throw new Error(view.refusal.message)
  return view.value
}

async function answer(personId: string, fields: Record<string, string>) {
  const requestId = (await read()).requests[0]?.id ?? 'none'
  const actor = await findActor(db, personId)
  return services.answer(actor, { strategyId: STRATEGY_ID, requestId, fields })
}

describe('asking organisations to confirm the vision', () => {
  it('[VC1] [VC2] [VC8] is the chair’s, about the words as they stand, and tells the members', async () => {
    expect(codeOf(await ask('person-pen'))).toBe('forbidden')
    expect(codeOf(await ask())).toBe('done')
    const { requests, words, organisations } = await read()
    expect(requests[0]).toMatchObject({ words, note: 'By Friday.', changed: null })
    expect(requests[0]?.wordsHash).toMatch(/^[0-9a-f]{64}$/)
    expect(requests[0]?.organisations).toHaveLength(organisations.length)
    const notices = await db.prisma.notice.findMany({ where: { kind: 'confirmation_asked' } })
    expect(notices.length).toBeGreaterThan(2)
    expect(notices.map(({ personId }) => personId)).not.toContain('person-viewer')
    const foreign = { strategyId: STRATEGY_ID, organisationIds: [], note: '' }
    expect(codeOf(await services.ask(buildForeignChair(), foreign))).toBe('not_found')
    expect(codeOf(await services.read(null, STRATEGY_ID))).toBe('forbidden')
  })

  it('[VC3] [VC4] the newest answer of an organisation counts, and every one is kept', async () => {
    await ask()
    const pen = await findActor(db, 'person-pen')
    expect(codeOf(await answer('person-viewer', { answer: 'confirm' }))).toBe('forbidden')
    expect(codeOf(await answer('person-pen', { answer: 'cannot_confirm' }))).toBe('invalid')
    await answer('person-pen', { answer: 'confirm' })
    await answer('person-pen', { answer: 'cannot_confirm', comment: 'Not “everyone”.' })
    const [request] = (await read()).requests
    const own = request?.organisations.find(({ id }) => id === pen.organisationId)
    expect(own?.answers.map((given) => given.answer)).toEqual(['cannot_confirm', 'confirm'])
    for (const table of ['vision_answer', 'vision_request', 'vision_asked', 'vision_closing'])
      await expect(db.pool.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/only ever added/)
  })

  it('[VC5] [VC7] only who was asked answers, until it is closed or asked again', async () => {
    const pen = await findActor(db, 'person-pen')
    const others = (await read()).organisations.filter(({ id }) => id !== pen.organisationId)
    await ask('person-chair', [others[0]?.id ?? ''])
    expect(codeOf(await answer('person-pen', { answer: 'confirm' }))).toBe('forbidden')
    now = new Date('2026-11-03T10:00:00Z')
    await ask()
    const [open, earlier] = (await read()).requests
    expect([open?.closedAt, earlier?.closedAt]).toEqual([null, now.toISOString()])
    const chair = await findActor(db, 'person-chair')
    const closing = { strategyId: STRATEGY_ID, requestId: open?.id ?? '' }
    const closed = await Promise.all([
      services.close(chair, closing),
      services.close(chair, closing),
    ])
    expect(closed.map(codeOf).sort()).toEqual(['conflict', 'done'])
    expect(codeOf(await answer('person-pen', { answer: 'confirm' }))).toBe('conflict')
  })

  it('[VC7] of two who ask at once only one request stays open', async () => {
    await Promise.all([ask(), ask()])
    const open = (await read()).requests.filter(({ closedAt }) => closedAt === null)
    expect(open).toHaveLength(1)
  })

  it('[VC6] shows answers to earlier words as such, with what changed', async () => {
    await ask()
    const { words } = await read()
    await db.pool.query('ALTER TABLE vision_request DISABLE TRIGGER ALL')
    await db.pool.query("UPDATE vision_request SET words = words || ' for some'")
    const [request] = (await read()).requests
    expect(request?.changed?.filter(({ type }) => type === 'delete')).toMatchObject([
      { text: expect.stringContaining('for some') },
    ])
    expect((await read()).words).toBe(words)
  })

  it('[VC8] reminds who has not answered, once', async () => {
    await ask()
    await answer('person-pen', { answer: 'confirm' })
    now = new Date('2026-11-10T10:00:00Z')
    await services.remind()
    await services.remind()
    const told = await db.prisma.notice.findMany({ where: { onceKey: { not: null } } })
    expect(told.length).toBeGreaterThan(0)
    expect(new Set(told.map(({ personId }) => personId)).size).toBe(told.length)
    expect(told.map(({ personId }) => personId)).not.toContain('person-pen')
  })
})
