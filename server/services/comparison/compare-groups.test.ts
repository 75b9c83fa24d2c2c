import { beforeAll, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../../test/build/database'
import { buildMember } from '../../../test/build/demonstration'
import type { Actor } from '../../../app/domain/access/actor'
import { createComparisonStore } from '../../persistence/comparison'
import type { Database } from '../../persistence/database'
import { createMetricStore } from '../../persistence/metrics'
import { createComparisonServices } from './comparison-services'
import type { GroupsInput } from './compare-groups'

let db: Database

beforeAll(async () => {
  db = await seededDatabase()
})

async function read(parts: Partial<GroupsInput> = {}, actor: Actor | null = buildMember('viewer')) {
  const services = createComparisonServices({
    comparison: createComparisonStore(db),
    metrics: createMetricStore(db),
    now: () => new Date('2026-11-22T10:00:00Z'),
  })
  return services.readMetricGroups(actor, {
    strategyId: 'wessex-vale-2026',
    metricId: 'metric-smoking-delivery',
    set: null,
    period: null,
    ...parts,
  })
}

async function shown(parts: Partial<GroupsInput> = {}) {
  const outcome = await read(parts)
  if (!outcome.ok || !outcome.value.shown) throw new Error('Nothing is shown')
  return outcome.value.shown
}

describe('a metric between groups', () => {
  it('shows the first set of the newest period, with gaps and slopes of every period', async () => {
    const outcome = await read()
    expect(outcome).toMatchObject({
      value: {
        mayImport: false,
        sets: [{ id: 'deprivation-5' }, { id: 'ethnicity' }, { id: 'age' }],
      },
    })
    const groups = await shown()
    expect(groups).toMatchObject({
      period: { label: '2026/27 Q1' },
      isInvented: true,
      ends: { first: { name: 'Most deprived fifth' }, second: { name: 'Least deprived fifth' } },
    })
    expect(groups.readings).toHaveLength(5)
    expect(groups.everybody?.value).toBeGreaterThan(5)
    expect(groups.gaps).toHaveLength(8)
    expect(groups.gaps.every(({ gap }) => gap.ok && gap.value.absolute > 0)).toBe(true)
    expect(groups.slopes.every(({ slope }) => slope.ok && slope.value.slope < 0)).toBe(true)
  })

  it('shows another set and period where they are asked for, and the first where not there', async () => {
    const groups = await shown({ set: 'ethnicity', period: '2025-07-01' })
    expect(groups).toMatchObject({ set: { name: 'Ethnicity' }, period: { label: '2025/26 Q2' } })
    expect(await shown({ set: 'nothing', period: '1999-01-01' })).toMatchObject({
      set: { id: 'deprivation-5' },
      period: { label: '2026/27 Q1' },
    })
  })

  it('keeps a suppressed group as suppressed', async () => {
    const { readings, gaps } = await shown({ set: 'ethnicity' })
    expect(readings.at(-1)).toMatchObject({
      area: { name: 'Black, Black British, Caribbean or African' },
      reading: { suppressed: true, value: null },
    })
    expect(gaps.at(-1)?.gap.ok).toBe(true)
  })

  it('does not offer groups whose values were all taken away', async () => {
    const row = await db.prisma.observation.findFirstOrThrow({
      where: { metricId: 'metric-loneliness', breakdownKey: '' },
    })
    const group = {
      ...row,
      breakdown: { by: 'sex', group: 'Female' },
      breakdownKey: 'sex female',
    }
    await db.prisma.observation.create({ data: { ...group, id: 'lonely-women' } })
    expect(await read({ metricId: 'metric-loneliness' })).toMatchObject({
      value: { sets: [{ id: 'sex' }], shown: { ends: null } },
    })
    const taken = { value: null, withdrawn: true, supersedesId: 'lonely-women', reason: 'Wrong' }
    await db.prisma.observation.create({ data: { ...group, id: 'lonely-none', ...taken } })
    expect(await read({ metricId: 'metric-loneliness' })).toMatchObject({
      value: { sets: [], shown: null },
    })
  })

  it('has nothing to show without groups, and tells editors that they may import', async () => {
    const metricId = 'metric-home-care-waits'
    expect(await read({ metricId }, buildMember('editor'))).toMatchObject({
      value: { sets: [], shown: null, mayImport: true },
    })
  })

  it('tells strangers nothing', async () => {
    const stranger = { ...buildMember('viewer'), partnershipId: 'elsewhere' }
    expect(await read({}, stranger)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
    expect(await read({}, null)).toMatchObject({ ok: false })
  })
})
