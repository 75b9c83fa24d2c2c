import { beforeAll, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../../test/build/database'
import { buildMember } from '../../../test/build/demonstration'
import { createComparisonStore } from '../../persistence/comparison'
import type { Database } from '../../persistence/database'
import { createMetricStore } from '../../persistence/metrics'
import { type CompareInput, compareAreas } from './compare-areas'

let db: Database

beforeAll(async () => {
  db = await seededDatabase()
})

async function compare(parts: Partial<CompareInput> = {}, actor = buildMember('viewer')) {
  const adapters = { comparison: createComparisonStore(db), metrics: createMetricStore(db) }
  return compareAreas(adapters, actor, {
    strategyId: 'wessex-vale-2026',
    metricId: 'metric-smoking-delivery',
    period: null,
    level: null,
    ...parts,
  })
}

async function compared(parts: Partial<CompareInput> = {}) {
  const outcome = await compare(parts)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

describe('a metric across areas', () => {
  it('stands its own area among the 36 boards of England in the newest period', async () => {
    const shown = await compared()
    expect(shown).toMatchObject({ period: { label: '2026/27 Q1' }, level: 'icb' })
    expect(shown.levels).toEqual(['icb', 'place'])
    expect(shown.readings).toHaveLength(37)
    expect(shown.ranking.ranked.some(({ area }) => area.id === 'area-system')).toBe(true)
    expect(shown.readings.some(({ area }) => area.name === 'England')).toBe(false)
    // Boards that ended in March 2026 are not among those of June.
    expect(shown.readings.some(({ area }) => area.id === 'icb-qhg')).toBe(false)
    expect(shown.funnel).toHaveProperty('says')
    expect(shown.opportunities).toMatchObject({ says: { areas: 37 } })
  })

  it('shows boards as they were in an earlier period', async () => {
    const shown = await compared({ period: '2026-01-01' })
    expect(shown.period?.label).toBe('2025/26 Q4')
    // The successors have invented values of before their time; they did not exist then.
    expect(shown.readings.some(({ area }) => area.id === 'icb-s1y5d')).toBe(false)
    expect(shown.absent.map(({ area }) => area.id)).toContain('icb-qhg')
  })

  it('names what is suppressed, and never counts it', async () => {
    const shown = await compared({ level: 'place', period: '2025-07-01' })
    expect(shown.readings).toHaveLength(3)
    expect(shown.absent).toMatchObject([{ why: 'The value of Thornley is suppressed (c).' }])
    expect(shown.ranking.ranked).toHaveLength(2)
    expect(shown.opportunities).toMatchObject({ why: expect.stringContaining('at least 4 areas') })
  })

  it('has nothing to say of a metric nobody else has', async () => {
    const shown = await compared({ metricId: 'metric-home-care-waits' })
    expect(shown).toMatchObject({ levels: [], level: null, readings: [] })
  })

  it('tells strangers nothing', async () => {
    const stranger = { ...buildMember('viewer'), partnershipId: 'elsewhere' }
    expect(await compare({}, stranger)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })
})
