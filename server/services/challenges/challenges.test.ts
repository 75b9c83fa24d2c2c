import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildForeignChair, findActor, STRATEGY_ID } from '../../../test/build/agreement'
import { codeOf, openAgreement } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import { valueOf } from '../../../test/build/history'
import { formOf } from '../../../test/build/rounds'
import { FIRST_QUESTION } from '../../../app/domain/challenges/challenge'
import { createChallengeStore } from '../../persistence/challenges'
import type { Database } from '../../persistence/database'
import { createSourceStore } from '../../persistence/sources'
import { createChallengesServices } from './challenges-services'

const SEEDING_MS = 120_000
beforeAll(async () => void (await seededDatabase()), SEEDING_MS)

let db: Database
let clock: { now: Date }
let challenges: ReturnType<typeof createChallengesServices>
const strategyId = STRATEGY_ID

function openChallenges() {
  return createChallengesServices({
    challenges: createChallengeStore(db),
    sources: createSourceStore(db),
    now: () => clock.now,
    newId: randomUUID,
  })
}

beforeEach(async () => {
  db = await seededDatabase()
  clock = { now: new Date('2026-11-02T10:00:00Z') }
  challenges = openChallenges()
})

const FIELDS = {
  question: FIRST_QUESTION,
  blockId: '',
  answererId: 'person-hospitals',
  'dueOn-day': '20',
  'dueOn-month': '11',
  'dueOn-year': '2026',
  tags: ['core20', 'hypertension'],
}

const actor = (personId: string) => findActor(db, personId)

async function ask(fields: Partial<typeof FIELDS> = {}): Promise<string> {
  const form = formOf({ ...FIELDS, ...fields })
  const asked = await challenges.ask(await actor('person-pen'), { strategyId, form })
  return valueOf(asked).challengeId
}

type Step = Parameters<typeof challenges.step>[1]['step']

async function take(
  challengeId: string,
  personId: string,
  asked: Step | ({ step: Step } & Record<string, string | readonly string[]>),
) {
  const { step, ...fields } = typeof asked === 'string' ? { step: asked } : asked
  const form = formOf(fields)
  return challenges.step(await actor(personId), { strategyId, challengeId, step, form })
}

const answer = (
  challengeId: string,
  text = 'By outreach on the coast.',
  personId = 'person-hospitals',
) => take(challengeId, personId, { step: 'answer', text, links: 'https://a.example/evidence' })

async function read(challengeId: string, personId = 'person-viewer') {
  return valueOf(await challenges.read(await actor(personId), { strategyId, challengeId }))
}

const toldOf = (kind: string) =>
  db.prisma.notice.findMany({
    where: { kind },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
  })

async function publishStrategy(): Promise<string> {
  await openAgreement(db).submit()
  await db.pool.query(`UPDATE edition SET state = 'published', published_at = now()`)
  const strategy = await db.prisma.strategy.findUniqueOrThrow({ where: { id: strategyId } })
  return strategy.slug
}

describe('a challenge', () => {
  it('[CH1] [CH2] [CH3] [CH4] is put to one person of an organisation, who is told', async () => {
    const row = { strategyId, id: 'objective-1-1', kind: 'objective', position: 1, documentSeq: 1n }
    await db.prisma.blockRow.create({
      data: { ...row, title: 'Fewer falls', statement: '', problems: [] },
    })
    const challengeId = await ask({ blockId: 'objective-1-1' })
    const { challenge } = await read(challengeId)
    expect(challenge).toMatchObject({
      state: 'asked',
      organisationId: 'org-hospitals',
      answererName: 'Joanna Fenwick',
      blockId: 'objective-1-1',
      tags: ['core20', 'hypertension'],
    })
    expect(challenge.about).toMatch(/^\w+.*: Fewer falls$/)
    expect(await toldOf('challenge')).toMatchObject([
      { personId: 'person-hospitals', path: `/strategies/${strategyId}/challenges/${challengeId}` },
    ])
    const waiting = valueOf(await challenges.listWaiting(await actor('person-hospitals')))
    expect(waiting.map(({ id }) => id)).toEqual([challengeId])
  })

  it('[CH4] about the whole strategy says so in a sentence', async () => {
    await ask()
    const [told] = await toldOf('challenge')
    expect(told?.sentences[0]).toContain(`asks about the whole strategy: ${FIRST_QUESTION}`)
  })

  it('[CH1] [CH2] is not asked by readers, of strangers, or about what is not there', async () => {
    const askAs = async (who: Awaited<ReturnType<typeof actor>>, fields: Partial<typeof FIELDS>) =>
      codeOf(await challenges.ask(who, { strategyId, form: formOf({ ...FIELDS, ...fields }) }))
    expect(await askAs(await actor('person-reviewer'), {})).toBe('forbidden')
    expect(await askAs(buildForeignChair(), {})).toBe('not_found')
    const pen = await actor('person-pen')
    expect(await askAs(pen, { answererId: 'person-elsewhere' })).toBe('invalid')
    expect(await askAs(pen, { blockId: 'objective-none' })).toBe('invalid')
    expect(await askAs(pen, { 'dueOn-day': '1' })).toBe('invalid')
    expect(await toldOf('challenge')).toEqual([])
  })

  it('[CH5] [CH4] is answered by that person, with evidence, and earlier answers stay', async () => {
    const challengeId = await ask()
    expect(codeOf(await answer(challengeId, 'x', 'person-pen'))).toBe('forbidden')
    const source = await db.prisma.source.findFirstOrThrow()
    const first = {
      step: 'answer' as const,
      text: 'First.',
      links: '',
      sources: [source.id, 'source-none'],
    }
    valueOf(await take(challengeId, 'person-hospitals', first))
    valueOf(await answer(challengeId, 'Second.'))
    const { challenge } = await read(challengeId)
    const answers = challenge.events.filter(({ action }) => action === 'answer')
    expect(answers.map(({ text }) => text)).toEqual(['First.', 'Second.'])
    expect(answers[0]?.evidence).toMatchObject([{ sourceId: source.id, url: source.url }])
    expect(answers[1]?.evidence).toEqual([
      { title: 'https://a.example/evidence', url: 'https://a.example/evidence', sourceId: null },
    ])
  })

  it('[CH6] is judged by who asked, with a reason when it is not enough, and answered again', async () => {
    const challengeId = await ask()
    expect(codeOf(await take(challengeId, 'person-pen', 'enough'))).toBe('conflict')
    valueOf(await answer(challengeId))
    expect(codeOf(await take(challengeId, 'person-council', 'enough'))).toBe('forbidden')
    expect(codeOf(await take(challengeId, 'person-pen', 'not_enough'))).toBe('invalid')
    valueOf(await take(challengeId, 'person-pen', { step: 'not_enough', reason: 'No numbers.' }))
    expect((await read(challengeId)).challenge.state).toBe('not_enough')
    valueOf(await answer(challengeId, 'With numbers.'))
    valueOf(await take(challengeId, 'person-chair', 'enough'))
    expect((await read(challengeId)).challenge.state).toBe('enough')
    const told = await toldOf('challenge')
    expect(told.map(({ personId }) => personId).sort()).toEqual([
      'person-hospitals',
      'person-hospitals',
      'person-hospitals',
      'person-pen',
      'person-pen',
    ])
  })

  it('[CH6] takes one of two judgements made at the same instant', async () => {
    const challengeId = await ask()
    valueOf(await answer(challengeId))
    const both = await Promise.all([
      take(challengeId, 'person-pen', 'enough'),
      take(challengeId, 'person-chair', 'enough'),
    ])
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'done'])
  })

  it('[CH7] is withdrawn with a reason, and then nobody answers', async () => {
    const challengeId = await ask()
    expect(codeOf(await take(challengeId, 'person-pen', 'withdraw'))).toBe('invalid')
    valueOf(await take(challengeId, 'person-pen', { step: 'withdraw', reason: 'Asked twice.' }))
    expect(codeOf(await answer(challengeId))).toBe('conflict')
  })

  it('[CH8] [CH9] is read by anyone once it is published and the strategy is, and never after', async () => {
    const [published, hidden, withdrawn] = [await ask(), await ask(), await ask()]
    const slug = (await db.prisma.strategy.findUniqueOrThrow({ where: { id: strategyId } })).slug
    for (const id of [published, withdrawn]) valueOf(await take(id, 'person-pen', 'publish'))
    valueOf(await take(withdrawn, 'person-pen', { step: 'withdraw', reason: 'Wrong.' }))
    expect(codeOf(await challenges.readPublic(slug))).toBe('not_found')
    await publishStrategy()
    valueOf(await answer(hidden))
    clock.now = new Date('2026-11-21T10:00:00Z')
    const read = async () => valueOf(await challenges.readPublic(slug)).challenges
    expect(await read()).toMatchObject([
      { id: published, stateWords: 'Not answered by 20 November 2026', answer: null },
    ])
    valueOf(await answer(published, 'Late, but here.'))
    expect(await read()).toMatchObject([{ answer: { text: 'Late, but here.' } }])
    expect(JSON.stringify(await read())).not.toContain('Joanna Fenwick')
    expect(codeOf(await take(published, 'person-pen', 'unpublish'))).toBe('invalid')
    valueOf(
      await take(published, 'person-pen', {
        step: 'unpublish',
        reason: 'A patient could be known.',
      }),
    )
    expect(await read()).toEqual([])
    valueOf(await take(published, 'person-pen', 'publish'))
    expect(await read()).toHaveLength(1)
    expect(codeOf(await challenges.readPublic('nowhere\u0000'))).toBe('not_found')
  })

  it('[CH10] is reminded of once, from two nodes, until it is answered', async () => {
    const challengeId = await ask()
    const second = openChallenges()
    const remind = (today: string) => Promise.all([challenges.remind(today), second.remind(today)])
    await remind('2026-11-16')
    await remind('2026-11-17')
    await remind('2026-11-18')
    expect(await toldOf('due_soon')).toMatchObject([{ personId: 'person-hospitals' }])
    await remind('2026-11-21')
    await remind('2026-11-22')
    const overdue = await toldOf('overdue')
    expect(overdue.map(({ personId }) => personId).sort()).toEqual([
      'person-hospitals',
      'person-pen',
    ])
    const other = await ask()
    valueOf(await answer(other))
    await remind('2026-11-21')
    expect(await toldOf('overdue')).toHaveLength(2)
    expect(challengeId).not.toBe(other)
  })

  it('[CH3] [CH11] keeps what was asked and every step for good, audited', async () => {
    const challengeId = await ask()
    valueOf(await answer(challengeId))
    for (const statement of [
      `UPDATE challenge SET question = 'x'`,
      `UPDATE challenge SET due_on = '2030-01-01'`,
      `DELETE FROM challenge`,
      `UPDATE challenge_event SET text = 'x'`,
      `DELETE FROM challenge_event`,
      `TRUNCATE challenge_event`,
    ])
      await expect(db.pool.query(statement)).rejects.toThrow(
        /never changes|only ever added|foreign key/,
      )
    const entries = await db.prisma.auditEntry.findMany({ where: { subject: challengeId } })
    expect(entries.map(({ action }) => action)).toEqual(['challenge.asked', 'challenge.answered'])
  })
})
