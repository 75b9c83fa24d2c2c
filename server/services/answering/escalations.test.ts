import { beforeEach, describe, expect, it } from 'vitest'
import { findActor, STRATEGY_ID } from '../../../test/build/agreement'
import { buildAnswering } from '../../../test/build/answering'
import { seededDatabase } from '../../../test/build/database'
import { projectDemonstration } from '../../../test/build/demonstration'
import { valueOf } from '../../../test/build/history'
import type { Database } from '../../persistence/database'
import { type AnsweringServices, createAnsweringServices } from './answering-services'

const strategyId = STRATEGY_ID
const ids = { strategyId, metricId: 'metric-smi-checks' }

let db: Database
let services: AnsweringServices
let clock: { now: Date }

beforeEach(async () => {
  db = await seededDatabase()
  await projectDemonstration(db)
  clock = { now: new Date('2026-11-23T10:00:00Z') }
  services = createAnsweringServices(buildAnswering(db, clock))
}, 120_000)

const as = (personId: string) => findActor(db, personId)

const day = (on: string) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { 'responseDue-day': date, 'responseDue-month': month, 'responseDue-year': year }
}
const ASK = { title: 'Recall', ask: 'A recall service for three counties', ...day('2026-12-07') }

async function raise(personId = 'person-lead', texts: Record<string, string> = ASK) {
  return services.raise(await as(personId), { ...ids, texts })
}

async function step(personId: string, texts: Record<string, string>) {
  return services.step(await as(personId), { strategyId, number: 1, texts })
}

async function read(personId = 'person-viewer') {
  return valueOf(await services.readEscalation(await as(personId), { strategyId, number: 1 }))
}

async function told(kind: string) {
  const rows = await db.prisma.notice.findMany({ where: { kind }, orderBy: { personId: 'asc' } })
  return rows.map(({ personId }) => personId)
}

describe('an escalation', () => {
  it('[AN29] [AN42] goes from the partnership to the region, who is told and finds it first', async () => {
    expect(valueOf(await raise())).toEqual({ number: 1 })
    expect(await told('escalation')).toEqual(['person-region'])
    const inbox = valueOf(await services.listEscalations(await as('person-region'), strategyId))
    expect(inbox).toMatchObject({
      levels: ['region'],
      escalations: [{ number: 1, waitsForMe: true, now: { level: 'region', from: 'partnership' } }],
    })
    const leads = valueOf(await services.listEscalations(await as('person-lead'), strategyId))
    expect(leads).toMatchObject({ levels: [], escalations: [{ waitsForMe: false }] })
    expect(await read('person-region')).toMatchObject({
      steps: ['accept', 'return', 'raise_higher'],
    })
    expect((await read()).steps).toEqual([])
  })

  it('[AN31] is raised higher, accepted and resolved, each step on record', async () => {
    await raise()
    const higher = { step: 'raise_higher', words: 'Needs money', ...day('2026-12-20') }
    valueOf(await step('person-region', higher))
    valueOf(await step('person-national', { step: 'accept', words: 'Yes', support: '£200,000' }))
    valueOf(await step('person-lead', { step: 'resolve', words: 'It runs' }))
    const { escalation, steps } = await read('person-lead')
    expect(steps).toEqual([])
    expect(escalation.history).toMatchObject([
      { step: 'raise', level: 'region', by: { id: 'person-lead' } },
      { step: 'raise_higher', level: 'national', responseDue: '2026-12-20' },
      { step: 'accept', support: '£200,000' },
      { step: 'resolve', state: 'resolved', words: 'It runs' },
    ])
    expect(await step('person-lead', { step: 'withdraw' })).toMatchObject({
      refusal: { code: 'conflict' },
    })
  })

  it('[AN31] is not answered by the side that asks, nor by anybody else', async () => {
    await raise()
    for (const personId of ['person-lead', 'person-national', 'person-viewer']) {
      const outcome = await step(personId, { step: 'accept', words: 'Yes' })
      expect(outcome).toMatchObject({ refusal: { code: 'forbidden' } })
    }
    const stranger = { ...(await as('person-region')), partnershipId: 'elsewhere' }
    const key = { strategyId, number: 1 }
    expect(await services.readEscalation(stranger, key)).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(
      await services.step(stranger, { ...key, texts: { step: 'accept', words: 'Yes' } }),
    ).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await db.prisma.escalationStep.count()).toBe(1)
  })

  it('[AN33] answered by two at once takes one answer', async () => {
    await db.prisma.levelSeat.create({
      data: {
        id: 'seat-second',
        partnershipId: 'wessex-vale',
        level: 'region',
        personId: 'person-national',
      },
    })
    await raise()
    const answers = await Promise.all([
      step('person-region', { step: 'accept', words: 'Yes' }),
      step('person-national', { step: 'return', words: 'No' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'conflict' } })
    expect(await db.prisma.escalationStep.count()).toBe(2)
  })

  it('raised twice at once has two numbers', async () => {
    const both = await Promise.all([raise(), raise('person-chair')])
    expect(both.map((one) => valueOf(one).number).sort((a, b) => a - b)).toEqual([1, 2])
  })

  it('[AN45] is raised by who may, with what is asked', async () => {
    expect(await raise('person-viewer')).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await raise('person-lead', { title: 'x' })).toMatchObject({
      refusal: { fields: { ask: expect.any(String), responseDue: expect.any(String) } },
    })
    const form = await services.readEscalationForm(await as('person-lead'), ids)
    expect(form).toMatchObject({
      value: { from: 'partnership', to: 'region', asked: [{ id: 'person-region' }] },
    })
  })

  it('[AN43] is not answered by a seat whose holder is no longer a member', async () => {
    await raise()
    await db.prisma.membership.updateMany({
      where: { personId: 'person-region' },
      data: { validTo: new Date('2026-11-22') },
    })
    expect((await read()).asked).toEqual([])
  })
})

describe('reminders', () => {
  it('[AN48] run twice, from two nodes, tell each person once of a value', async () => {
    await Promise.all([services.remind(), services.remind()])
    await services.remind()
    const overdue = await db.prisma.notice.findMany({
      where: { onceKey: 'overdue:metric:metric-smi-checks:2026-07-01' },
    })
    expect(overdue.map(({ personId, path }) => [personId, path])).toEqual([
      ['person-lead', '/my-metrics?add=metric-smi-checks'],
    ])
    const before = await db.prisma.notice.count()
    clock.now = new Date('2026-11-24T10:00:00Z')
    await services.remind()
    expect(await db.prisma.notice.count()).toBe(before)
  })

  it('[AN13] tell the chair when a second period is overdue', async () => {
    await services.remind()
    clock.now = new Date('2027-02-20T10:00:00Z')
    await services.remind()
    const rows = await db.prisma.notice.findMany({
      where: { onceKey: 'overdue:metric:metric-smi-checks:2026-10-01' },
      orderBy: { personId: 'asc' },
    })
    expect(rows.map(({ personId }) => personId)).toEqual(['person-chair', 'person-lead'])
  })

  it('[AN47] tell both sides once that an answer is overdue', async () => {
    await raise()
    clock.now = new Date('2026-12-08T10:00:00Z')
    await services.remind()
    await services.remind()
    const rows = await db.prisma.notice.findMany({
      where: { onceKey: { startsWith: 'overdue:escalation' } },
      orderBy: { personId: 'asc' },
    })
    expect(rows.map(({ personId }) => personId)).toEqual([
      'person-chair',
      'person-lead',
      'person-region',
    ])
  })
})
