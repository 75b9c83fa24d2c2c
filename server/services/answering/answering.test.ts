import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { findActor, STRATEGY_ID } from '../../../test/build/agreement'
import { buildAnswering } from '../../../test/build/answering'
import { seededDatabase } from '../../../test/build/database'
import { buildMember, projectDemonstration } from '../../../test/build/demonstration'
import { valueOf } from '../../../test/build/history'
import { buildTyped } from '../../../test/build/metrics'
import type { Actor } from '../../../app/domain/access/actor'
import { createAnsweringStore } from '../../persistence/answering'
import type { Database } from '../../persistence/database'
import { createMetricsServices } from '../metrics/metrics-services'
import { type AnsweringServices, createAnsweringServices } from './answering-services'

const strategyId = STRATEGY_ID
const metricId = 'metric-smi-checks'
const ids = { strategyId, metricId }

let db: Database
let lead: Actor
let services: AnsweringServices
let metrics: ReturnType<typeof createMetricsServices>
const clock = { now: new Date('2027-01-05T10:00:00Z') }

beforeEach(async () => {
  db = await seededDatabase()
  await projectDemonstration(db)
  lead = await findActor(db, 'person-lead')
  clock.now = new Date('2027-01-05T10:00:00Z')
  const adapters = buildAnswering(db, clock)
  services = createAnsweringServices(adapters)
  metrics = createMetricsServices(adapters)
}, 120_000)

async function mine(actor = lead) {
  const listed = valueOf(await services.listMine(actor))
  return listed.find(({ metric }) => metric.id === metricId)
}

describe('my metrics', () => {
  it('are those a person leads or stands in for, what is overdue first', async () => {
    const listed = valueOf(await services.listMine(lead))
    expect(new Map(listed.map(({ metric, isLead }) => [metric.id, isLead]))).toEqual(
      new Map([
        ['metric-ed-crisis', true],
        ['metric-smi-checks', true],
        ['metric-cyp-waits', false],
      ]),
    )
    expect(listed.map(({ strategyId: home }) => home)).toEqual(listed.map(() => strategyId))
    const states = listed.map(({ answered }) => answered.data)
    expect(states).toEqual(
      [...states].sort((a, b) => Number(b === 'overdue') - Number(a === 'overdue')),
    )
    expect(valueOf(await services.listMine(buildMember('viewer', 'person-viewer')))).toEqual([])
  })

  it('say what is owed, and no longer when it is given', async () => {
    const before = await mine()
    expect(before?.answered).toMatchObject({ data: 'overdue', next: { label: '2026/27 Q2' } })
    expect(before?.open.map(({ label }) => label)).toEqual(['2026/27 Q3', '2026/27 Q2'])
    const typed = buildTyped({ period: '2026-07-01', value: '40' })
    valueOf(await metrics.recordObservation(lead, { ...ids, typed }))
    const after = await mine()
    expect(after?.answered).toMatchObject({
      data: 'up_to_date',
      latest: '40.0%',
      period: '2026/27 Q2',
      next: { label: '2026/27 Q3' },
    })
    expect(after?.answered.sentence).toContain('significantly worse')
    expect(after?.answered.streakWords).toMatch(/^Off target for \d+ quarters?\.$/)
  })
})

describe('what is asked', () => {
  it('follows the rules set last, and is answered by what is given', async () => {
    await db.prisma.metric.update({ where: { id: metricId }, data: { role: 'driver' } })
    const store = createAnsweringStore(db)
    const row = (action: 'comment' | 'structured_update') => ({
      id: randomUUID(),
      partnershipId: lead.partnershipId,
      personId: 'person-chair',
      at: clock.now,
      rules: [{ role: 'driver', when: { kind: 'off_target', from: 1, to: null }, action }] as const,
      caps: { perScorecard: 1, perStrategy: 1 },
      audit: { at: clock.now, actorId: 'person-chair', action: 'x', subject: 'y', data: {} },
    })
    await store.addRules(row('comment'))
    expect((await mine())?.answered.asked).toMatchObject([{ action: 'comment', isAnswered: false }])
    await store.addRules(row('structured_update'))
    expect((await mine())?.answered.asked).toMatchObject([{ action: 'structured_update' }])
    const latest = '2026-04-01'
    const said = { kind: 'structured_update', period: latest, happened: 'a', why: 'b', next: 'c' }
    valueOf(await services.addUpdate(lead, { ...ids, texts: said }))
    expect((await mine())?.answered.asked).toMatchObject([{ isAnswered: true }])
    const read = valueOf(await services.read(buildMember('viewer', 'person-viewer'), ids))
    expect(read).toMatchObject({ mayAnswer: false, mayAssign: false })
    expect(read.answered.updates).toMatchObject([{ text: { why: 'b' }, by: { id: 'person-lead' } }])
  })

  it('is answered by nobody else', async () => {
    const texts = { kind: 'comment', period: '2026-04-01', happened: 'a' }
    const outcome = await services.addUpdate(buildMember('reviewer'), { ...ids, texts })
    expect(outcome).toMatchObject({ refusal: { code: 'forbidden' } })
    const foreign = { ...lead, partnershipId: 'elsewhere' }
    expect(await services.addUpdate(foreign, { ...ids, texts })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await db.prisma.metricUpdate.count()).toBe(0)
  })
})

describe('the rules of a partnership', () => {
  it('[AN40] are set by the chair alone, and the newest count', async () => {
    const chair = await findActor(db, 'person-chair')
    const texts = {
      perScorecard: '2',
      perStrategy: '3',
      'role-0': 'watch',
      'when-0': 'off_target',
      'from-0': '1',
      'action-0': 'promote_to_driver',
    }
    expect(await services.setRules(lead, { strategyId, texts })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    valueOf(await services.setRules(chair, { strategyId, texts }))
    valueOf(await services.setRules(chair, { strategyId, texts: { ...texts, 'from-0': '2' } }))
    expect(
      await services.setRules(chair, { strategyId, texts: { perScorecard: 'x' } }),
    ).toMatchObject({
      refusal: { code: 'invalid' },
    })
    const view = valueOf(await services.readRules(lead, strategyId))
    expect(view).toEqual({
      maySet: false,
      caps: { perScorecard: 2, perStrategy: 3 },
      rules: [
        {
          role: 'watch',
          when: { kind: 'off_target', from: 2, to: null },
          action: 'promote_to_driver',
        },
      ],
    })
  })
})

describe('a countermeasure summary', () => {
  const save = (number: number | null, texts: Record<string, string>, actor = lead) =>
    services.saveSummary(actor, { ...ids, number, texts })
  const whole = {
    problem: 'Too few checks',
    performance: 'Off target',
    contributors: 'One practice in three',
    rootCause: 'No recall',
    action: 'Recall letters',
    owner: 'person-gp',
    'due-day': '1',
    'due-month': '3',
    'due-year': '2027',
  }

  it('[AN27] [AN28] [AN38] is written bit by bit, each save kept, until its effect closes it', async () => {
    const { number } = valueOf(await save(null, { revision: '0', problem: 'Too few checks' }))
    expect(number).toBe(1)
    const view = async () => valueOf(await services.readSummary(lead, { ...ids, number }))
    expect(await view()).toMatchObject({ state: 'in_writing', mayWrite: true })
    valueOf(await save(1, { ...whole, revision: '1' }))
    expect(await view()).toMatchObject({
      state: 'under_way',
      missing: [],
      ownerName: 'Dr Lena Sato',
    })
    clock.now = new Date('2027-03-02T10:00:00Z')
    expect((await view()).state).toBe('effect_due')
    valueOf(await save(1, { ...whole, revision: '2', effect: 'Half as many missed' }))
    const last = await view()
    expect(last.state).toBe('closed')
    expect(last.revisions.map(({ summary }) => summary.rootCause)).toEqual([
      '',
      'No recall',
      'No recall',
    ])
  })

  it('[AN39] saved by two at once keeps one and refuses the other', async () => {
    valueOf(await save(null, { revision: '0' }))
    const saves = await Promise.all([
      save(1, { ...whole, revision: '1', problem: 'First' }),
      save(1, { ...whole, revision: '1', problem: 'Second' }),
    ])
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.prisma.countermeasureRevision.count()).toBe(2)
    const begun = await Promise.all([save(null, { revision: '0' }), save(null, { revision: '0' })])
    expect(begun.map((one) => valueOf(one).number).sort((a, b) => a - b)).toEqual([2, 3])
  })

  it('is written by who answers for the metric, and there for members only', async () => {
    expect(await save(null, { revision: '0' }, buildMember('viewer'))).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await save(7, { revision: '0' })).toMatchObject({ refusal: { code: 'not_found' } })
    const stranger = { ...lead, partnershipId: 'elsewhere' }
    const key = { ...ids, number: null }
    expect(await services.readSummary(stranger, key)).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})
