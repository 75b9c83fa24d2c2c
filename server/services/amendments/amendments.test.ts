import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import { openAmendmentsOf } from '../../../test/build/amendments'
import { flatOf } from '../../../test/build/anchor-words'
import { freshDatabase } from '../../../test/build/database'
import { actorOf, valueOf } from '../../../test/build/history'
import {
  type LiveWorld,
  readStored,
  startWorld,
  STRATEGY,
} from '../../../test/collaboration/live-world'
import type { Database } from '../../persistence/database'
import type { DecideAmendmentInput } from './decide-on-amendment'
import type { ProposeAmendmentInput } from './propose-amendment'

let db: Database
let world: LiveWorld
let services: ReturnType<typeof openAmendmentsOf>

beforeEach(async () => {
  db = await freshDatabase()
  world = await startWorld(db, { extraRoots: new Set() })
  services = openAmendmentsOf(db, world.collaboration)
  const { partnershipId } = await db.prisma.strategy.findFirstOrThrow()
  const body = { kind: 'hwb', verb: 'endorse', partnershipId }
  await db.prisma.body.createMany({
    data: [
      { ...body, id: 'hwb', name: 'Thornley Board', position: 1 },
      { ...body, id: 'icb', name: 'ICB Board', position: 2 },
    ],
  })
  await db.prisma.bodySignatory.create({ data: { bodyId: 'hwb', personId: 'person-reviewer' } })
})
afterEach(() => world.stop())

let keys = 0
const newKey = () => `00000000-0000-4000-a000-${String((keys += 1)).padStart(12, '0')}`
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code)
const textNow = async () => flatOf(await readStored(world.log), 'foreword').string

/** The first line of the foreword, as the form shows it. */
async function firstLine(): Promise<string> {
  const [place] = valueOf(await services.listPlaces(await actorOf(db, 'person-editor'), STRATEGY))
  return place?.paragraphs[0] ?? ''
}

async function propose(parts: Partial<ProposeAmendmentInput> = {}, personId = 'person-reviewer') {
  const current = await firstLine()
  const change = { what: 'words', chapterId: 'foreword', line: 0, current, blockId: '' } as const
  return services.propose(await actorOf(db, personId), {
    strategyId: STRATEGY,
    change: { ...change, proposed: current.replace(/^\S+/, 'Together') },
    bodyId: 'hwb',
    rationale: 'The board decided so.',
    minuteReference: '',
    key: newKey(),
    ...parts,
  })
}

async function decide(
  number: number,
  parts: Partial<DecideAmendmentInput>,
  personId = 'person-editor',
) {
  return services.decide(await actorOf(db, personId), {
    strategyId: STRATEGY,
    number,
    step: 'accept',
    reason: 'As agreed.',
    minuteReference: '',
    words: '',
    vote: { votesFor: '', votesAgainst: '', votesAbstained: '' },
    ...parts,
  })
}

async function list(personId = 'person-editor') {
  return valueOf(await services.list(await actorOf(db, personId), STRATEGY)).amendments
}

describe('amendments', () => {
  it('[AM3] are numbered in the order they come, none twice, however many at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => propose()))
    expect(new Set(outcomes.map((outcome) => valueOf(outcome).number))).toEqual(
      new Set([1, 2, 3, 4, 5]),
    )
    const key = newKey()
    const first = valueOf(await propose({ key })).number
    expect(valueOf(await propose({ key })).number).toBe(first)
    expect(
      codeOf(await propose({ key, bodyId: 'icb', minuteReference: 'M' }, 'person-editor')),
    ).toBe('conflict')
    expect((await list()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('[AM1] [AC20] are proposed for one’s own bodies, or entered by their minute', async () => {
    expect(codeOf(await propose({ bodyId: 'icb' }))).toBe('forbidden')
    expect(codeOf(await propose({}, 'person-viewer'))).toBe('forbidden')
    expect(codeOf(await propose({ bodyId: 'icb' }, 'person-editor'))).toBe('invalid')
    const entered = { bodyId: 'icb', minuteReference: 'ICB 7' }
    expect(codeOf(await propose(entered, 'person-editor'))).toBe('done')
    expect(await list()).toMatchObject([{ body: { name: 'ICB Board' }, minuteReference: 'ICB 7' }])
    const foreign = { ...(await actorOf(db, 'person-chair')), partnershipId: 'elsewhere' }
    expect(codeOf(await services.list(foreign, STRATEGY))).toBe('not_found')
  })

  it('[AM4] [AM9] change only the words that differ, and tell who is concerned', async () => {
    const before = await textNow()
    const number = valueOf(await propose()).number
    const [, ...rest] = (await firstLine()).split(' ')
    expect(await list()).toMatchObject([
      { suggestion: { after: expect.stringMatching(/^Together/) } },
    ])
    expect(codeOf(await decide(number, {}))).toBe('done')
    expect(await textNow()).toBe(before.replace(/^\S+/, 'Together'))
    expect((await firstLine()).split(' ').slice(1)).toEqual(rest)
    const told = await db.prisma.notice.findMany({ orderBy: { createdAt: 'asc' } })
    expect(told.map(({ kind, personId, about }) => [kind, personId, about])).toEqual(
      expect.arrayContaining([
        ['amendment', 'person-chair', 'Thornley Board proposes amendment 1'],
        ['amendment', 'person-editor', 'Thornley Board proposes amendment 1'],
        ['amendment', 'person-reviewer', 'Amendment 1: accepted'],
      ]),
    )
    expect(await db.prisma.auditEntry.count({ where: { action: 'amendment.proposed' } })).toBe(1)
  })

  it('[AM5] are accepted with other words, and both are kept', async () => {
    const number = valueOf(await propose()).number
    const other = 'All of us'
    expect(codeOf(await decide(number, { step: 'modify', words: other, reason: ' ' }))).toBe(
      'invalid',
    )
    expect(codeOf(await decide(number, { step: 'modify', words: other }))).toBe('done')
    expect(await textNow()).toMatch(/^All of us/)
    expect(await list()).toMatchObject([
      { suggestion: { state: 'accepted', events: [{ words: null }, { words: other }] } },
    ])
    expect(codeOf(await decide(number, { step: 'reopen' }))).toBe('done')
    expect(await textNow()).not.toMatch(/^All of us/)
  })

  it('[AM6] [AM7] are carried by a vote, or fall by it', async () => {
    const before = await textNow()
    const [first, second] = [valueOf(await propose()).number, valueOf(await propose()).number]
    const vote = { votesFor: '3', votesAgainst: '3', votesAbstained: '1' }
    expect(codeOf(await decide(first, { step: 'vote', vote }))).toBe('invalid')
    const minuted = { step: 'vote', minuteReference: 'ICP 4', reason: '' } as const
    expect(codeOf(await decide(first, { ...minuted, vote }))).toBe('done')
    expect(await textNow()).toBe(before)
    const carried = { ...vote, votesFor: '4' }
    expect(codeOf(await decide(second, { ...minuted, vote: carried }))).toBe('done')
    expect(await textNow()).toMatch(/^Together/)
    expect((await list()).map(({ suggestion }) => suggestion.state)).toEqual([
      'rejected',
      'accepted',
    ])
    const [fallen] = await list()
    expect(fallen?.suggestion.events.at(-1)).toMatchObject({
      reason: 'Not carried: 3 votes for and 3 against, with 1 abstention.',
      minuteReference: 'ICP 4',
      vote: { votesFor: 3, votesAgainst: 3, votesAbstained: 1 },
    })
  })

  it('[AM8] [AC21] are withdrawn by their body, and decided by those who hold the pen', async () => {
    const number = valueOf(await propose()).number
    expect(codeOf(await decide(number, {}, 'person-reviewer'))).toBe('forbidden')
    expect(codeOf(await decide(number, { step: 'withdraw' }))).toBe('forbidden')
    expect(codeOf(await decide(number, { step: 'withdraw', reason: '' }, 'person-reviewer'))).toBe(
      'done',
    )
    expect(codeOf(await decide(number, {}))).toBe('conflict')
    expect(codeOf(await decide(99, {}))).toBe('not_found')
  })

  it('[AM10] [AM13] [AM14] collide, and are stale once another was accepted', async () => {
    const current = await firstLine()
    const remove = {
      what: 'remove',
      chapterId: 'foreword',
      line: 0,
      current,
      proposed: '',
      blockId: '',
    } as const
    await propose()
    await propose({ change: remove })
    const [words, removal] = await list()
    expect(words?.collisions).toEqual([{ with: 2, relation: 'swallowed_by' }])
    expect(removal?.collisions).toEqual([{ with: 1, relation: 'swallows' }])
    expect(words?.votingOrder).toEqual([2, 1])
    expect([words?.isStale, removal?.isStale]).toEqual([false, false])
    valueOf(await decide(1, {}))
    expect((await list()).map(({ isStale }) => isStale)).toEqual([false, true])
    expect(codeOf(await decide(2, {}))).toBe('conflict')
    expect(codeOf(await decide(2, { step: 'accept_by_hand' }))).toBe('done')
  })

  it('[AM4] accepted by five people at once change the text once', async () => {
    const before = await textNow()
    const number = valueOf(await propose()).number
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => decide(number, {})))
    expect(outcomes.map(codeOf).sort()).toEqual([
      'conflict',
      'conflict',
      'conflict',
      'conflict',
      'done',
    ])
    expect(await textNow()).toBe(before.replace(/^\S+/, 'Together'))
  })

  it('[AM3] never change once they are there', async () => {
    await propose()
    await expect(db.pool.query('UPDATE amendment SET number = 9')).rejects.toThrow(
      'only ever added',
    )
    await expect(db.pool.query('DELETE FROM amendment')).rejects.toThrow('only ever added')
  })
})
