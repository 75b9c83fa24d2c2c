import { beforeAll, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../../test/build/database'
import { buildMember } from '../../../test/build/demonstration'
import { createComparisonStore } from '../../persistence/comparison'
import type { Database } from '../../persistence/database'
import { createMetricStore } from '../../persistence/metrics'
import { readIntegration } from './read-integration'

let db: Database

beforeAll(async () => {
  db = await seededDatabase()
})

function ask(actor = buildMember('viewer'), strategyId = 'wessex-vale-2026') {
  const comparison = createComparisonStore(db)
  const now = () => new Date('2026-11-23T10:00:00Z')
  return readIntegration({ comparison, metrics: createMetricStore(db), now }, actor, strategyId)
}

async function read(actor = buildMember('viewer')) {
  const outcome = await ask(actor)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

describe('the integration index', () => {
  it('stands the system among the boards of England, at the end of the last quarter', async () => {
    const shown = await read()
    expect(shown).toMatchObject({
      area: { id: 'area-system' },
      level: 'icb',
      day: '2026-09-30',
      why: '',
      isInvented: true,
      mayManage: false,
    })
    expect(shown.areas).toHaveLength(37)
    expect(shown.own?.rank).toBeGreaterThan(0)
    const weights = shown.parts.map(({ weight }) => weight)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
  })

  it('shows the arithmetic of each score, and names what is left out with its reason', async () => {
    const { parts, own } = await read()
    const part = (id: string) => parts.find((one) => one.id === id)
    const crisis = part('metric-ed-crisis')!
    expect(crisis.period).toBe('September 2026')
    const { average, deviation, areas } = crisis.scale!
    expect(areas).toBe(37)
    expect(crisis.score).toBeCloseTo((average - Number(crisis.own)) / deviation, 9)
    expect(part('metric-smi-checks')?.why).toContain('fewer than 4 areas')
    expect(part('metric-delayed-discharge')).toMatchObject({
      weight: 0,
      why: expect.stringContaining('is a count'),
    })
    const index = parts.reduce((sum, { score, weight }) => sum + (score ?? 0) * weight, 0)
    expect(own?.index).toBeCloseTo(index, 9)
  })

  it('has its course over the quarters there are values of', async () => {
    const { course } = await read()
    expect(course.map(({ day }) => day).at(-1)).toBe('2026-09-30')
    expect(course.length).toBeGreaterThan(1)
    // The boards of today did not exist before April 2026, and their predecessors have no values of most metrics.
    expect(course[0]).toMatchObject({ index: null, rank: null, of: 0 })
    expect(course.at(-1)).toMatchObject({ index: expect.any(Number), of: 37 })
  })

  it('has none when a chasm has no metric that scores, and keeps the others', async () => {
    const id = 'metric-loneliness'
    await db.prisma.metric.update({ where: { id }, data: { chasm: null } })
    const { own, why, parts } = await read(buildMember('chair'))
    await db.prisma.metric.update({ where: { id }, data: { chasm: 'health_social' } })
    expect(why).toContain('Health and social care')
    expect(own).toMatchObject({ index: null, rank: null })
    expect(own?.chasms.map(({ score }) => score === null)).toEqual([false, false, true])
    expect(parts.map((part) => part.id)).not.toContain(id)
  })

  it('is empty without a metric that has a chasm, and says who may give one', async () => {
    const before = await db.prisma.metric.findMany({ select: { id: true, chasm: true } })
    await db.prisma.metric.updateMany({ data: { chasm: null } })
    expect(await read(buildMember('chair'))).toMatchObject({ area: null, mayManage: true })
    for (const { id, chasm } of before)
      await db.prisma.metric.update({ where: { id }, data: { chasm } })
  })

  it('tells strangers nothing', async () => {
    const stranger = { ...buildMember('viewer'), partnershipId: 'elsewhere' }
    expect(await ask(stranger)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
    expect(await ask(buildMember('viewer'), 'nothing')).toMatchObject({ ok: false })
  })
})
