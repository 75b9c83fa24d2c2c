import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  buildForeignChair,
  findActor,
  openReview,
  STRATEGY_ID,
} from '../../../test/build/agreement'
import { codeOf } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import { valueOf } from '../../../test/build/history'
import type { Database } from '../../persistence/database'
import { createDecisionStore } from '../../persistence/decisions'
import { createDecisionsServices } from './decisions-services'

const SEEDING_MS = 120_000
beforeAll(async () => void (await seededDatabase()), SEEDING_MS)

let db: Database
let clock: { now: Date }
let told: string[]
let services: ReturnType<typeof createDecisionsServices>

beforeEach(async () => {
  db = await seededDatabase()
  clock = { now: new Date('2026-11-02T10:00:00Z') }
  const review = openReview(db)
  told = review.told
  services = open()
})

/** One node over the same database. */
function open() {
  const decisions = createDecisionStore(db)
  return createDecisionsServices({
    ...openReview(db),
    baseUrl: 'https://northing.example',
    notices: noticesOf(),
    decisions,
    now: () => clock.now,
  })
}
const noticesOf = () => ({
  changed: (id: string, what: string) => void told.push(`${id} ${what}`),
  freeze: () => undefined,
})

const CLOSE = { 'closes-day': '9', 'closes-month': '11', 'closes-year': '2026' }
const ROLES = { 'role-chair': 'yes', 'role-editor': 'yes', 'role-reviewer': 'yes' }
const FORM = {
  method: 'majority',
  voters: 'roles',
  question: 'Begin in Thornley?',
  options: 'For\nAgainst',
  ...ROLES,
  ...CLOSE,
  'closes-time': '17:00',
}
const actorOf = (personId: string) => findActor(db, personId)

async function send(fields: object = {}, personId = 'person-pen') {
  const key = randomUUID()
  const asked = { strategyId: STRATEGY_ID, fields: { ...FORM, key, ...fields } }
  return services.open(await actorOf(personId), asked)
}
const opened = async (fields: object = {}) => {
  const { decisionId } = valueOf(await send(fields))
  return { strategyId: STRATEGY_ID, decisionId }
}
type Key = Awaited<ReturnType<typeof opened>>

async function vote(key: Key, personId: string, fields: object = { choice: 'o1' }) {
  const view = valueOf(await services.read(await actorOf(personId), key))
  const seatId = view.own[0]?.seat.id ?? 'none'
  return services.vote(await actorOf(personId), { ...key, seatId, fields: { ...fields } })
}
const read = async (key: Key, personId = 'person-viewer') =>
  valueOf(await services.read(await actorOf(personId), key))
async function close(
  key: Key,
  fields: object = { reason: 'All have voted.' },
  personId = 'person-pen',
) {
  return services.end(await actorOf(personId), { ...key, how: 'close', fields: { ...fields } })
}

describe('opening', () => {
  it('[AC24] [DE10] [DE32] is for chair and editors, writes down who votes and tells them once', async () => {
    expect(codeOf(await send({}, 'person-reviewer'))).toBe('forbidden')
    const foreign = { strategyId: STRATEGY_ID, fields: { ...FORM, key: randomUUID() } }
    expect(codeOf(await services.open(buildForeignChair(), foreign))).toBe('not_found')
    const fields = { key: randomUUID() }
    const outcomes = await Promise.all([send(fields), send(fields), send(fields)])
    expect(outcomes.map(codeOf)).toEqual(['done', 'done', 'done'])
    expect(await db.prisma.decision.count()).toBe(1)
    const seats = await db.prisma.decisionSeat.findMany()
    const notices = await db.prisma.notice.findMany({ where: { kind: 'decision_opened' } })
    expect(notices).toHaveLength(seats.length - 1)
    expect(notices.map(({ personId }) => personId)).not.toContain('person-pen')
    expect(seats.map(({ casterId }) => casterId)).toContain('person-reviewer')
    expect(seats.map(({ casterId }) => casterId)).not.toContain('person-hwb')
    expect(told).toContain(`${STRATEGY_ID} decisions`)
  })

  it('[DE4] refuses a quorum that nobody could meet', async () => {
    expect(codeOf(await send({ quorum: '99' }))).toBe('invalid')
    expect(await db.prisma.decision.count()).toBe(0)
  })

  it('[DE38] records what a meeting decided', async () => {
    const meeting = { bodyName: 'ICB Board', minuteReference: 'item 6', outcomeWords: 'Agreed.' }
    const day = { 'heldOn-day': '1', 'heldOn-month': '11', 'heldOn-year': '2026' }
    const key = await opened({ method: 'meeting', ...meeting, ...day, dissent: 'One against.' })
    const { decision, result } = await read(key)
    expect(decision).toMatchObject({ outcome: 'recorded', heldOn: '2026-11-01', state: 'closed' })
    expect({ result, dissent: decision.dissent }).toEqual({ result: null, dissent: 'One against.' })
  })
})

describe('voting', () => {
  it('[AC25] [DE9] [DE14] keeps every vote, counts the last, and shows who said what and why', async () => {
    const key = await opened()
    expect(codeOf(await vote(key, 'person-reviewer', { choice: 'o2', reason: 'Cost.' }))).toBe(
      'done',
    )
    expect(codeOf(await vote(key, 'person-reviewer', { choice: 'o2', reason: 'Cost.' }))).toBe(
      'done',
    )
    clock.now = new Date('2026-11-02T11:00:00Z')
    await vote(key, 'person-reviewer', { choice: 'o1', reason: 'Convinced.' })
    clock.now = new Date('2026-11-02T12:00:00Z')
    await vote(key, 'person-chair', { choice: 'abstain' })
    expect(codeOf(await vote(key, 'person-viewer'))).toBe('forbidden')
    expect(codeOf(await vote(key, 'person-hwb'))).toBe('not_found')
    expect(await db.prisma.decisionCast.count()).toBe(3)
    valueOf(await close(key))
    const { result, casts, decision } = await read(key)
    expect(result).toMatchObject({ outcome: 'carried', cast: 2, abstained: 1 })
    expect(casts.map(({ reason }) => reason)).toEqual(['Cost.', 'Convinced.', ''])
    expect(decision.outcomeWords).toBe(result?.words)
    for (const sql of [
      `UPDATE decision_cast SET reason = 'forged'`,
      'DELETE FROM decision_cast',
      'TRUNCATE decision_cast',
      'DELETE FROM decision_seat',
    ])
      await expect(db.pool.query(sql)).rejects.toThrow('only ever added')
    await expect(db.pool.query(`UPDATE decision SET question = 'x'`)).rejects.toThrow(
      'never changes',
    )
    await expect(db.pool.query(`UPDATE decision SET state = 'open'`)).rejects.toThrow('ends once')
  })

  it('[DE35] shows nobody how hidden votes stand, and everybody named ones', async () => {
    const hidden = await opened()
    await vote(hidden, 'person-reviewer', { choice: 'o2', reason: 'Secret reason.' })
    for (const personId of ['person-chair', 'person-pen', 'person-viewer', 'person-admin']) {
      const view = await read(hidden, personId)
      expect(view).toMatchObject({ result: null, casts: [], decision: { voted: 1 } })
      expect(JSON.stringify(view)).not.toContain('Secret reason')
      const listed = valueOf(await services.list(await actorOf(personId), STRATEGY_ID))
      expect(JSON.stringify(listed)).not.toContain('Secret reason')
    }
    expect((await read(hidden, 'person-reviewer')).own[0]?.last?.reason).toBe('Secret reason.')
    const named = await opened({ isHidden: 'no' })
    await vote(named, 'person-reviewer', { choice: 'o2', reason: 'Said openly.' })
    expect((await read(named)).casts).toMatchObject([{ reason: 'Said openly.' }])
    valueOf(await close(hidden))
    expect((await read(hidden)).casts).toMatchObject([{ reason: 'Secret reason.' }])
  })

  it('[DE11] lets a deputy cast until who casts has, and hides from them how the deputy voted', async () => {
    const seat = {
      'seat-person-reviewer': 'person-reviewer',
      'deputy-person-reviewer': 'person-vcse',
    }
    const key = await opened({ voters: 'people', ...seat })
    expect(codeOf(await vote(key, 'person-vcse', { choice: 'o2' }))).toBe('done')
    expect((await read(key, 'person-reviewer')).own[0]).toMatchObject({ last: null, mayCast: true })
    expect(codeOf(await vote(key, 'person-reviewer', { choice: 'o1' }))).toBe('done')
    expect(codeOf(await vote(key, 'person-vcse', { choice: 'o2' }))).toBe('conflict')
    valueOf(await close(key))
    expect((await read(key)).result).toMatchObject({
      entitled: 1,
      rows: [{ value: 1 }, { value: 0 }],
    })
  })

  it('[DE12] takes no vote before it opens or from its close on, whatever a page says', async () => {
    const later = { 'opens-day': '3', 'opens-month': '11', 'opens-year': '2026' }
    const key = await opened(later)
    expect(codeOf(await vote(key, 'person-chair'))).toBe('conflict')
    clock.now = new Date('2026-11-09T16:59:59Z')
    const seatId = (await read(key, 'person-chair')).own[0]?.seat.id ?? ''
    clock.now = new Date('2026-11-09T17:00:00Z')
    const chair = await actorOf('person-chair')
    expect(codeOf(await services.vote(chair, { ...key, seatId, fields: { choice: 'o1' } }))).toBe(
      'conflict',
    )
    expect(await db.prisma.decisionCast.count()).toBe(0)
    expect(codeOf(await close(key))).toBe('conflict')
    const { decision } = await read(key)
    expect(decision).toMatchObject({ state: 'closed', closedByName: null, outcome: 'no_decision' })
    expect(decision.closedAt).toBe('2026-11-09T17:00:00.000Z')
  })
})

describe('ending', () => {
  it('[DE13] is with a reason, once, by who opened it or the chair; another may supersede it', async () => {
    const key = await opened()
    expect(codeOf(await close(key, { reason: '' }))).toBe('invalid')
    expect(codeOf(await close(key, undefined, 'person-council'))).toBe('forbidden')
    expect(codeOf(await send({ supersedes: key.decisionId }))).toBe('conflict')
    expect(codeOf(await close(key, undefined, 'person-chair'))).toBe('done')
    expect(codeOf(await close(key))).toBe('conflict')
    const both = [send({ supersedes: key.decisionId }), send({ supersedes: key.decisionId })]
    expect((await Promise.all(both)).map(codeOf).toSorted()).toEqual(['conflict', 'done'])
    expect((await read(key)).decision.supersededBy?.question).toBe('Begin in Thornley?')
    const other = await opened()
    const cancel = { ...other, how: 'cancel' as const, fields: { reason: 'Wrong question.' } }
    expect(codeOf(await services.end(await actorOf('person-pen'), cancel))).toBe('done')
    expect(await read(other)).toMatchObject({ result: null, decision: { state: 'cancelled' } })
  })

  it('[DE31] [DE36] is in the log and its export, with a statement said once', async () => {
    const key = await opened()
    await vote(key, 'person-chair')
    const step = { ...key, fields: { statement: 'Thornley it is.', minuteReference: 'ICP 6' } }
    const pen = await actorOf('person-pen')
    expect(codeOf(await services.stateOutcome(pen, step))).toBe('conflict')
    valueOf(await close(key))
    expect(codeOf(await services.stateOutcome(await actorOf('person-council'), step))).toBe(
      'forbidden',
    )
    expect(codeOf(await services.stateOutcome(pen, step))).toBe('done')
    expect(codeOf(await services.stateOutcome(pen, step))).toBe('conflict')
    const csv = valueOf(await services.exportLog(await actorOf('person-viewer'), STRATEGY_ID))
    expect(csv).toContain('"Carried"')
    expect(csv).toContain('"Thornley it is."')
    expect(codeOf(await services.exportLog(buildForeignChair(), STRATEGY_ID))).toBe('not_found')
    expect(codeOf(await services.read(buildForeignChair(), key))).toBe('not_found')
  })

  it('[DE33] waits for those whose vote is missing', async () => {
    const key = await opened()
    const chair = await actorOf('person-chair')
    expect(valueOf(await services.listWaiting(chair))).toMatchObject([
      { decisionId: key.decisionId },
    ])
    await vote(key, 'person-chair')
    expect(valueOf(await services.listWaiting(chair))).toEqual([])
    expect(valueOf(await services.listWaiting(await actorOf('person-hwb')))).toEqual([])
  })
})

describe('at the same moment', () => {
  const EVERYBODY = { 'role-metric_lead': 'yes', 'role-signatory': 'yes' }

  it('[DE37] twenty votes all count, and of one organisation the last', async () => {
    const key = await opened(EVERYBODY)
    const seats = await db.prisma.decisionSeat.findMany()
    const votes = seats.map(({ casterId }) => vote(key, casterId))
    const again = Array.from({ length: 20 - seats.length }, (_, n) =>
      vote(key, 'person-chair', { choice: 'o1', reason: `Reason ${n}` }),
    )
    expect((await Promise.all([...votes, ...again])).map(codeOf)).toEqual(Array(20).fill('done'))
    valueOf(await close(key))
    expect((await read(key)).result).toMatchObject({ cast: seats.length, entitled: seats.length })
    const one = await opened({
      voters: 'organisations',
      'seat-org-icb': 'person-pen',
      'deputy-org-icb': 'person-chair',
    })
    await Promise.all([vote(one, 'person-pen'), vote(one, 'person-chair', { choice: 'o2' })])
    valueOf(await close(one))
    expect((await read(one)).result).toMatchObject({
      cast: 1,
      entitled: 1,
      rows: [{ value: 1 }, { value: 0 }],
    })
  })

  it('[DE37] a vote against a close is counted or refused, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const key = await opened(EVERYBODY)
      const seats = await db.prisma.decisionSeat.findMany({ where: { decisionId: key.decisionId } })
      const voting = seats
        .slice(0, 6)
        .map(async ({ id: seatId, casterId }) =>
          services.vote(await actorOf(casterId), { ...key, seatId, fields: { choice: 'o1' } }),
        )
      const [closed, ...votes] = await Promise.all([close(key), ...voting])
      expect(codeOf(closed)).toBe('done')
      const counted = votes.filter(({ ok }) => ok).length
      const stored = await db.prisma.decision.findUniqueOrThrow({ where: { id: key.decisionId } })
      const { result, casts } = await read(key)
      expect(casts).toHaveLength(counted)
      expect(result?.cast).toBe(counted)
      expect(stored.outcomeWords).toBe(result?.words)
      expect(votes.every((outcome) => ['done', 'conflict'].includes(codeOf(outcome)))).toBe(true)
    }
  })

  it('[DE37] [DE32] several nodes close what is due once, and tell it once', async () => {
    await Promise.all([opened(), opened(), opened()])
    clock.now = new Date('2026-11-10T00:00:00Z')
    const nodes = [open(), open(), open(), open()]
    const closed = await Promise.all(nodes.map((node) => node.closeDue(clock.now)))
    expect(closed.reduce((sum, count) => sum + count, 0)).toBe(3)
    const seats = await db.prisma.decisionSeat.count()
    expect(await db.prisma.notice.count({ where: { kind: 'decision_closed' } })).toBe(seats)
    expect(await db.prisma.auditEntry.count({ where: { action: 'decision.closed' } })).toBe(3)
    expect(await services.closeDue(clock.now)).toBe(0)
  })
})
