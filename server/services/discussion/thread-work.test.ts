import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  buildForeignChair,
  findActor,
  openReview,
  STRATEGY_ID,
} from '../../../test/build/agreement'
import { seededDatabase } from '../../../test/build/database'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { Database } from '../../persistence/database'
import { createDiscussionServices } from './discussion-services'

let db: Database
let services: ReturnType<typeof createDiscussionServices>

/** The first database of a run is seeded, which takes a while on a busy machine. */
const SEEDING_MS = 120_000
beforeAll(async () => void (await seededDatabase()), SEEDING_MS)

beforeEach(async () => {
  db = await seededDatabase()
  await db.pool.query('DELETE FROM comment; DELETE FROM thread')
  services = createDiscussionServices(openReview(db))
})

let keys = 0
const newKey = () => `00000000-0000-4000-9000-${String((keys += 1)).padStart(12, '0')}`
const actorOf = (personId: string) => findActor(db, personId)

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.refusal.code
}

async function start(
  text: string,
  target: object = { type: 'block', chapterId: null, blockId: 'objective-1-1' },
) {
  const reviewer = await actorOf('person-reviewer')
  const started = await services.startThread(reviewer, {
    strategyId: STRATEGY_ID,
    target,
    text,
    key: newKey(),
  })
  if (!started.ok) throw new Error(started.refusal.message)
  const { threadId } = started.value
  const [comment] = await db.prisma.comment.findMany({ where: { threadId } })
  return { strategyId: STRATEGY_ID, threadId, commentId: comment?.id ?? '' }
}

async function told() {
  const notices = await db.prisma.notice.findMany({
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
  })
  return notices.map(({ kind, personId }) => `${kind} ${personId}`)
}

describe('mentions', () => {
  it('[DI19] [DI21] are kept and told once, also when the comment is changed', async () => {
    const [pen, chair] = await Promise.all([actorOf('person-pen'), actorOf('person-chair')])
    const input = await start(`@${pen.name}, who leads this?`)
    expect(await told()).toEqual(['mention person-pen'])
    const reviewer = await actorOf('person-reviewer')
    const text = `@${pen.name} and @${chair.name} and @${reviewer.name}?`
    await services.editComment(reviewer, { ...input, text })
    expect((await told()).toSorted()).toEqual(['mention person-chair', 'mention person-pen'])
    const listed = await services.listThreads(pen, STRATEGY_ID)
    expect(listed.ok && listed.value[0]?.comments[0]?.mentions.map(({ id }) => id)).toEqual([
      'person-pen',
      'person-chair',
      'person-reviewer',
    ])
  })

  it('[DI19] are of this partnership’s people only, and never a guest’s', async () => {
    const pen = await actorOf('person-pen')
    const offered = await services.listDiscussionPeople(pen, STRATEGY_ID)
    expect(offered.ok && offered.value.mentionables.some(({ id }) => id === 'person-pen')).toBe(
      true,
    )
    expect(codeOf(await services.listDiscussionPeople(buildForeignChair(), STRATEGY_ID))).toBe(
      'not_found',
    )
  })
})

describe('answers', () => {
  it('[DI28] [DI29] tell the others in the thread, and who began it', async () => {
    const input = await start('Who leads this?')
    const pen = await actorOf('person-pen')
    await services.replyToThread(pen, { ...input, text: 'Priya.', key: newKey() })
    expect(await told()).toEqual(['answered person-reviewer'])
    await services.resolveThread(pen, { ...input, disposition: 'noted' })
    expect(await told()).toEqual(['answered person-reviewer', 'answered person-reviewer'])
  })
})

describe('reactions', () => {
  it('[DI23] are one of a kind for each person, however often sent', async () => {
    const input = await start('Who leads this?')
    const pen = await actorOf('person-pen')
    const react = (isOn: boolean) => services.reactToComment(pen, { ...input, kind: 'agree', isOn })
    await Promise.all([react(true), react(true), react(true)])
    expect(await db.prisma.commentReaction.findMany()).toMatchObject([
      { personId: 'person-pen', kind: 'agree' },
    ])
    expect(await db.prisma.auditEntry.count({ where: { action: 'comment.reacted' } })).toBe(1)
    await react(false)
    expect(await db.prisma.commentReaction.count()).toBe(0)
    const viewer = await actorOf('person-viewer')
    expect(
      codeOf(await services.reactToComment(viewer, { ...input, kind: 'agree', isOn: true })),
    ).toBe('forbidden')
    expect(
      codeOf(
        await services.reactToComment(buildForeignChair(), { ...input, kind: 'agree', isOn: true }),
      ),
    ).toBe('not_found')
  })
})

describe('assignment', () => {
  it('[DI24] [AC19] is told, traced, listed and taken back', async () => {
    const input = await start('Who leads this?')
    const [pen, reviewer] = await Promise.all([actorOf('person-pen'), actorOf('person-reviewer')])
    const give = { ...input, assigneeId: 'person-chair', dueOn: '2026-11-03' }
    expect(codeOf(await services.assignThread(reviewer, give))).toBe('forbidden')
    expect(codeOf(await services.assignThread(buildForeignChair(), give))).toBe('not_found')
    expect(codeOf(await services.assignThread(pen, { ...give, assigneeId: 'person-viewer' }))).toBe(
      'invalid',
    )
    const both = await Promise.all([
      services.assignThread(pen, give),
      services.assignThread(pen, give),
    ])
    expect(both.map(codeOf)).toEqual(['done', 'done'])
    expect(await told()).toEqual(['assigned person-chair'])
    expect(await db.prisma.threadEvent.count()).toBe(1)
    const assigned = await services.listAssignedThreads(await actorOf('person-chair'))
    expect(assigned).toMatchObject({ value: [{ threadId: input.threadId, dueOn: '2026-11-03' }] })
    expect(
      (await services.listThreadReminders('2026-11-02')).map(({ onceKey }) => onceKey),
    ).toEqual([`due_soon:thread:${input.threadId}:2026-11-03`])
    await services.assignThread(pen, { ...input, assigneeId: '', dueOn: '' })
    expect(await db.prisma.threadEvent.count()).toBe(2)
    expect(await services.listThreadReminders('2026-11-02')).toEqual([])
    await expect(db.pool.query('DELETE FROM thread_event')).rejects.toThrow('only ever added')
    const audit = await db.prisma.auditEntry.findMany({
      where: { action: { contains: 'assigned' } },
    })
    expect(audit).toHaveLength(2)
  })
})

it('[DI18] a thread on a field stands there, and one on no field is refused', async () => {
  const target = { type: 'field', chapterId: null, blockId: 'objective-1-1', field: 'targetDate' }
  await start('Too late?', target)
  const read = await services.readDiscussion(await actorOf('person-viewer'), STRATEGY_ID)
  expect(read).toMatchObject({
    value: {
      placed: [{ place: 'field' }],
      fieldNames: { 'objective-1-1 targetDate': 'Target date' },
    },
  })
  await expect(start('Nothing', { ...target, field: 'nothing' })).rejects.toThrow('no longer')
})
