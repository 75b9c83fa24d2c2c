import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  buildForeignChair,
  DOCUMENT_ID,
  findActor,
  openReview,
  STRATEGY_ID,
} from '../../../test/build/agreement'
import { seededDatabase } from '../../../test/build/database'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import { createTextAnchor } from '../../../app/document/anchor'
import { chapterBodyOf, orderChapterIds } from '../../../app/document/shape'
import type { Database } from '../../persistence/database'
import { createDiscussionServices } from './discussion-services'

let db: Database
let review: ReturnType<typeof openReview>
let services: ReturnType<typeof createDiscussionServices>

/** The first database of a run is seeded, which takes a while on a busy machine. */
const SEEDING_MS = 120_000
beforeAll(async () => void (await seededDatabase()), SEEDING_MS)

beforeEach(async () => {
  db = await seededDatabase()
  await db.pool.query('DELETE FROM comment; DELETE FROM thread')
  review = openReview(db)
  services = createDiscussionServices(review)
})

let keys = 0
const newKey = () => `00000000-0000-4000-8000-${String((keys += 1)).padStart(12, '0')}`
const block = { type: 'block', chapterId: null, blockId: 'objective-1-1' }
const actorOf = (personId: string) => findActor(db, personId)

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.refusal.code
}

async function start(
  personId = 'person-reviewer',
  fields: Record<string, unknown> = {},
): Promise<string> {
  const input = {
    strategyId: STRATEGY_ID,
    target: block,
    text: 'Who leads this?',
    key: newKey(),
    ...fields,
  }
  const outcome = await services.startThread(await actorOf(personId), input)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value.threadId
}

async function list() {
  const outcome = await services.listThreads(await actorOf('person-viewer'), STRATEGY_ID)
  return outcome.ok ? outcome.value : []
}

/** The first words of the first chapter that has a paragraph. */
async function anchorFirstWords(length: number) {
  const { doc } = await review.documents.read(DOCUMENT_ID)
  for (const chapterId of orderChapterIds(doc)) {
    const first = chapterBodyOf(doc, chapterId)?.toArray()[0]
    const text = first instanceof Y.XmlElement ? first.get(0) : null
    if (!(text instanceof Y.XmlText)) continue
    const anchor = createTextAnchor(doc, {
      chapterId,
      from: Y.createRelativePositionFromTypeIndex(text, 0),
      to: Y.createRelativePositionFromTypeIndex(text, length, -1),
    })
    if (anchor) return { chapterId, anchor }
  }
  throw new Error('no paragraph')
}

describe('threads', () => {
  it('are started, answered, resolved and reopened', async () => {
    const threadId = await start()
    const pen = await actorOf('person-pen')
    const reply = { strategyId: STRATEGY_ID, threadId, text: 'Priya does.', key: newKey() }
    expect(codeOf(await services.replyToThread(pen, reply))).toBe('done')
    expect(codeOf(await services.resolveThread(pen, { strategyId: STRATEGY_ID, threadId }))).toBe(
      'done',
    )
    expect(await list()).toMatchObject([
      {
        id: threadId,
        state: 'resolved',
        target: { type: 'block', blockId: 'objective-1-1' },
        resolvedBy: { id: 'person-pen', role: 'editor' },
        comments: [
          { text: 'Who leads this?', author: { id: 'person-reviewer' } },
          { text: 'Priya does.' },
        ],
      },
    ])
    const late = await services.replyToThread(pen, { ...reply, key: newKey() })
    expect(codeOf(late)).toBe('conflict')
    expect(
      codeOf(
        await services.reopenThread(await actorOf('person-reviewer'), {
          strategyId: STRATEGY_ID,
          threadId,
        }),
      ),
    ).toBe('done')
    expect(await list()).toMatchObject([{ state: 'open', resolvedBy: null, resolvedAt: null }])
    const audit = await db.prisma.auditEntry.findMany({
      where: { subject: threadId },
      orderBy: { seq: 'asc' },
    })
    expect(audit.map((entry) => entry.action)).toEqual([
      'thread.started',
      'thread.replied',
      'thread.resolved',
      'thread.reopened',
    ])
    expect(review.told).toEqual(Array.from({ length: 4 }, () => `${STRATEGY_ID} threads`))
  })

  it('[DI5] two clicks make one comment', async () => {
    const key = newKey()
    const ids = await Promise.all(
      Array.from({ length: 5 }, () => start('person-reviewer', { key })),
    )
    expect(new Set(ids).size).toBe(1)
    const reply = {
      strategyId: STRATEGY_ID,
      threadId: ids[0] ?? '',
      text: 'Priya does.',
      key: newKey(),
    }
    const pen = await actorOf('person-pen')
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => services.replyToThread(pen, reply)),
    )
    expect(replies.map(codeOf)).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(await db.prisma.comment.count()).toBe(2)
    expect(await db.prisma.auditEntry.count()).toBe(2)
  })

  it('[DI5] somebody else’s key is refused and changes nothing', async () => {
    const key = newKey()
    await start('person-reviewer', { key })
    const input = { strategyId: STRATEGY_ID, target: block, text: 'Mine', key }
    expect(codeOf(await services.startThread(await actorOf('person-pen'), input))).toBe('conflict')
    expect(await db.prisma.thread.count()).toBe(1)
  })

  it('[DI7] resolving twice is one change', async () => {
    const threadId = await start()
    const chair = await actorOf('person-chair')
    const input = { strategyId: STRATEGY_ID, threadId }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => services.resolveThread(chair, input)),
    )
    expect(answers.map(codeOf)).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(await db.prisma.auditEntry.count({ where: { action: 'thread.resolved' } })).toBe(1)
  })
})

describe('answers', () => {
  it('[DI15] [DI16] close a thread with what became of it, stay, and go when it is reopened', async () => {
    const threadId = await start()
    const pen = await actorOf('person-pen')
    const answer = (fields: { disposition?: string; reason?: string }, actor = pen) =>
      services.resolveThread(actor, { strategyId: STRATEGY_ID, threadId, ...fields })
    expect(codeOf(await answer({ disposition: 'not_accepted', reason: ' ' }))).toBe('invalid')
    expect(await list()).toMatchObject([{ state: 'open', answer: null }])
    expect(codeOf(await answer({ disposition: 'not_accepted', reason: 'No money.' }))).toBe('done')
    expect(await list()).toMatchObject([
      { state: 'resolved', answer: { disposition: 'not_accepted', reason: 'No money.' } },
    ])
    await answer({ disposition: 'accepted', reason: '' })
    expect(await list()).toMatchObject([{ answer: { disposition: 'not_accepted' } }])
    const reviewer = await actorOf('person-reviewer')
    expect(codeOf(await answer({ disposition: 'noted' }, reviewer))).toBe('forbidden')
    await services.reopenThread(reviewer, { strategyId: STRATEGY_ID, threadId })
    expect(await list()).toMatchObject([{ state: 'open', answer: null }])
    const audit = await db.prisma.auditEntry.findFirst({ where: { action: 'thread.resolved' } })
    expect(audit?.data).toMatchObject({ disposition: 'not_accepted', reason: 'No money.' })
  })

  it('[DI15] are given afterwards to a thread that was resolved without one', async () => {
    const threadId = await start()
    const input = { strategyId: STRATEGY_ID, threadId }
    const pen = await actorOf('person-pen')
    await services.resolveThread(pen, input)
    expect(codeOf(await services.resolveThread(pen, { ...input, disposition: 'noted' }))).toBe(
      'done',
    )
    expect(await list()).toMatchObject([
      { state: 'resolved', answer: { disposition: 'noted', reason: '' } },
    ])
  })
})

describe('one’s own comment', () => {
  async function startOwn() {
    const threadId = await start()
    const commentId = (await list())[0]?.comments[0]?.id ?? ''
    return { threadId, input: { strategyId: STRATEGY_ID, threadId, commentId } }
  }

  it('[DI17] is put in other words, with the earlier ones kept', async () => {
    const { input } = await startOwn()
    const reviewer = await actorOf('person-reviewer')
    expect(codeOf(await services.editComment(reviewer, { ...input, text: '  ' }))).toBe('invalid')
    expect(
      codeOf(await services.editComment(reviewer, { ...input, text: 'Who answers for this?' })),
    ).toBe('done')
    expect(await list()).toMatchObject([
      {
        comments: [
          { text: 'Who answers for this?', editedAt: expect.any(String), isDeleted: false },
        ],
      },
    ])
    expect(await db.prisma.commentRevision.findMany()).toMatchObject([{ text: 'Who leads this?' }])
    await expect(db.pool.query('DELETE FROM comment_revision')).rejects.toThrow('only ever added')
  })

  it('[DI17] is taken away from view, and kept', async () => {
    const { input } = await startOwn()
    const reviewer = await actorOf('person-reviewer')
    const both = await Promise.all([
      services.deleteComment(reviewer, input),
      services.deleteComment(reviewer, input),
    ])
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'done'])
    expect(await list()).toMatchObject([{ comments: [{ text: '', isDeleted: true }] }])
    expect(await db.prisma.commentRevision.findMany()).toMatchObject([{ text: 'Who leads this?' }])
    const audit = await db.prisma.auditEntry.findMany({ where: { action: 'comment.deleted' } })
    expect(audit).toHaveLength(1)
  })

  it('[DI17] is nobody else’s to change, nor once the thread is resolved', async () => {
    const { input } = await startOwn()
    const chair = await actorOf('person-chair')
    expect(codeOf(await services.editComment(chair, { ...input, text: 'Mine' }))).toBe('forbidden')
    expect(codeOf(await services.deleteComment(chair, input))).toBe('forbidden')
    expect(codeOf(await services.deleteComment(buildForeignChair(), input))).toBe('not_found')
    await services.resolveThread(chair, input)
    const reviewer = await actorOf('person-reviewer')
    expect(codeOf(await services.editComment(reviewer, { ...input, text: 'Late' }))).toBe(
      'conflict',
    )
    const unknown = { ...input, commentId: 'no\u0000ne' }
    expect(codeOf(await services.deleteComment(reviewer, unknown))).toBe('not_found')
    expect(await db.prisma.commentRevision.count()).toBe(0)
  })
})

describe('the quote', () => {
  it('[DI12] is the document’s own words, whatever was sent', async () => {
    const { chapterId, anchor } = await anchorFirstWords(12)
    const forged = {
      ...anchor,
      quote: 'We will close the hospital',
      prefix: 'Decided: ',
      suffix: '.',
    }
    await start('person-reviewer', { target: { type: 'text', chapterId, anchor: forged } })
    expect(await list()).toMatchObject([
      {
        target: {
          type: 'text',
          anchor: { quote: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix },
        },
      },
    ])
  })

  it('[DI12] text that is not there is refused and nothing is saved', async () => {
    const { chapterId, anchor } = await anchorFirstWords(12)
    const nowhere = { item: { client: 99, clock: 1 } }
    const target = {
      type: 'text',
      chapterId,
      anchor: { ...anchor, start: nowhere, end: nowhere, quote: 'We will close the hospital' },
    }
    const reviewer = await actorOf('person-reviewer')
    const outcome = await services.startThread(reviewer, {
      strategyId: STRATEGY_ID,
      target,
      text: 'No',
      key: newKey(),
    })
    expect(codeOf(outcome)).toBe('conflict')
    expect(!outcome.ok && outcome.refusal.message).toContain('your text is still here')
    expect(await db.prisma.thread.count()).toBe(0)
  })
})

describe('who may', () => {
  it.each([
    ['person-chair', 'done', 'done'],
    ['person-pen', 'done', 'done'],
    ['person-reviewer', 'done', 'forbidden'],
    ['person-lead', 'done', 'forbidden'],
    ['person-hwb', 'done', 'forbidden'],
    ['person-viewer', 'forbidden', 'forbidden'],
    ['person-admin', 'forbidden', 'forbidden'],
  ])('%s: comment %s, resolve %s', async (personId, comments, resolves) => {
    const threadId = await start()
    const actor = await actorOf(personId)
    const reply = { strategyId: STRATEGY_ID, threadId, text: 'Yes', key: newKey() }
    expect(codeOf(await services.replyToThread(actor, reply))).toBe(comments)
    expect(
      codeOf(await services.startThread(actor, { ...reply, target: block, key: newKey() })),
    ).toBe(comments)
    expect(codeOf(await services.resolveThread(actor, { strategyId: STRATEGY_ID, threadId }))).toBe(
      resolves,
    )
    expect(codeOf(await services.reopenThread(actor, { strategyId: STRATEGY_ID, threadId }))).toBe(
      comments,
    )
  })

  it('S10 a thread of another strategy, or another partnership, is not there', async () => {
    const threadId = await start()
    await db.pool.query(`
      INSERT INTO live_document (id) VALUES ('doc-2');
      INSERT INTO strategy (id, partnership_id, kind, title, horizon_from, horizon_to, state, slug, document_id)
        SELECT 'second', partnership_id, kind, 'Second', 2026, 2031, 'drafting', 'second', 'doc-2' FROM strategy LIMIT 1`)
    const pen = await actorOf('person-pen')
    const crossed = { strategyId: 'second', threadId, text: 'Crossed', key: newKey() }
    const answers = await Promise.all([
      services.replyToThread(pen, crossed),
      services.resolveThread(pen, crossed),
      services.reopenThread(pen, crossed),
      services.replyToThread(buildForeignChair(), { ...crossed, strategyId: STRATEGY_ID }),
      services.resolveThread(buildForeignChair(), { strategyId: STRATEGY_ID, threadId }),
      services.listThreads(buildForeignChair(), STRATEGY_ID),
      services.replyToThread(pen, {
        ...crossed,
        strategyId: STRATEGY_ID,
        threadId: 'no-such-thread',
      }),
      services.resolveThread(pen, { strategyId: STRATEGY_ID, threadId: 'nul\u0000' }),
    ])
    const refusals = new Set(
      answers.map((answer) => (answer.ok ? 'done' : JSON.stringify(answer.refusal))),
    )
    expect(refusals.size).toBe(1)
    expect(codeOf(answers[0])).toBe('not_found')
    const elsewhere = { strategyId: 'second', target: block, text: 'Crossed', key: newKey() }
    expect(codeOf(await services.startThread(pen, elsewhere))).toBe('not_found')
    expect(await list()).toMatchObject([{ state: 'open', comments: [{ text: 'Who leads this?' }] }])
  })

  it('tells a lead and a beginner which threads wait for them', async () => {
    await db.pool.query(`
      INSERT INTO block (strategy_id, id, kind, position, title, statement, lead_id, problems, document_seq)
      VALUES ('${STRATEGY_ID}', 'objective-1-1', 'objective', 1, 'Cut crisis', '', 'person-lead', '[]', 1) ON CONFLICT DO NOTHING`)
    const threadId = await start()
    const waitingFor = async (personId: string) => {
      const waiting = await services.listWaitingThreads(await actorOf(personId))
      return waiting.ok ? waiting.value.map((item) => item.lastText) : []
    }
    expect(await waitingFor('person-lead')).toEqual(['Who leads this?'])
    expect(await waitingFor('person-reviewer')).toEqual([])
    await services.replyToThread(await actorOf('person-lead'), {
      strategyId: STRATEGY_ID,
      threadId,
      text: 'I do.',
      key: newKey(),
    })
    expect(await waitingFor('person-lead')).toEqual([])
    expect(await waitingFor('person-reviewer')).toEqual(['I do.'])
    await services.resolveThread(await actorOf('person-chair'), {
      strategyId: STRATEGY_ID,
      threadId,
    })
    expect(await waitingFor('person-reviewer')).toEqual([])
  })
})
