import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { findActor } from '../../../test/build/agreement'
import { buildMember, projectDemonstration } from '../../../test/build/demonstration'
import { seededDatabase } from '../../../test/build/database'
import { createAnsweringStore } from '../../persistence/answering'
import { createBlockStore } from '../../persistence/blocks'
import type { Database } from '../../persistence/database'
import { createEscalationStore } from '../../persistence/escalations'
import { createMetricStore } from '../../persistence/metrics'
import { createTargetStore } from '../../persistence/targets'
import { type AnsweringServices, createAnsweringServices } from './answering-services'

const strategyId = 'wessex-vale-2026'
const chair = buildMember('chair', 'person-chair')

let db: Database
let services: AnsweringServices

beforeAll(async () => {
  db = await seededDatabase()
  await projectDemonstration(db)
  services = createAnsweringServices({
    metrics: createMetricStore(db),
    blocks: createBlockStore(db),
    targets: createTargetStore(db),
    answering: createAnsweringStore(db),
    escalations: createEscalationStore(db),
    notices: { changed: () => undefined, freeze: () => undefined },
    now: () => new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
  })
})

const set = (metricId: string, role: string, swapOutId = '') =>
  services.setRole(chair, { strategyId, metricId, role, swapOutId })

async function drivers(): Promise<string[]> {
  const rows = await db.prisma.metric.findMany({
    where: { role: 'driver' },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/** As many of the linked watch metrics as there is still room for, and two more. */
async function fillBut(room: number): Promise<string[]> {
  const metrics = await db.prisma.metric.findMany({
    where: { role: 'watch' },
    orderBy: { id: 'asc' },
  })
  const linked = []
  for (const { id } of metrics) {
    const form = await services.readRoleForm(chair, { strategyId, metricId: id })
    if (form.ok && form.value.isLinked) linked.push(id)
  }
  const count = (await drivers()).length
  for (const id of linked.slice(0, 5 - room - count))
    expect(await set(id, 'driver')).toMatchObject({ ok: true })
  return linked.slice(5 - room - count)
}

describe('making a metric a driver', () => {
  it('is for those who may manage metrics, and for metrics that measure an objective', async () => {
    const metricId = 'metric-smoking-delivery'
    const input = { strategyId, metricId, role: 'driver', swapOutId: '' }
    const viewer = buildMember('viewer', 'person-viewer')
    expect(await services.setRole(viewer, input)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await set(metricId, 'boss')).toMatchObject({ refusal: { code: 'invalid' } })
    expect(await set('metric-care-vacancies', 'driver')).toMatchObject({
      refusal: { message: expect.stringContaining('measures no objective') },
    })
    const lead = await findActor(db, 'person-lead')
    const form = await services.readRoleForm(lead, { strategyId, metricId })
    expect(form).toMatchObject({
      value: { maySet: false, isLinked: true, caps: { perScorecard: 5 } },
    })
  })

  it('[AN14] [AN15] is refused above the cap, unless one is swapped out in the same step', async () => {
    const [next = ''] = await fillBut(0)
    const before = await drivers()
    expect(before).toHaveLength(5)
    expect(await set(next, 'driver')).toMatchObject({
      refusal: { code: 'conflict', message: expect.stringContaining('5 drivers already') },
    })
    expect(await drivers()).toEqual(before)
    const [out = ''] = before
    expect(await set(next, 'driver', out)).toMatchObject({ ok: true })
    expect(await drivers()).toEqual([...before.slice(1), next].sort())
    const audit = await db.prisma.auditEntry.findFirstOrThrow({
      where: { subject: next, action: 'metric.role_changed' },
    })
    expect(audit.data).toMatchObject({ to: 'driver', swappedOut: out })
    // Back again is always possible (AN17).
    expect(await set(next, 'watch')).toMatchObject({ ok: true })
  })

  it('gives the last room to one of two who take it at once', async () => {
    const [one = '', other = ''] = await fillBut(1)
    expect(await drivers()).toHaveLength(4)
    const answers = await Promise.all([set(one, 'driver'), set(other, 'driver')])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await drivers()).toHaveLength(5)
  })
})
