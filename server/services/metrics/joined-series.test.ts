import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildMember } from '../../../test/build/demonstration'
import { seededDatabase } from '../../../test/build/database'
import { createBlockStore } from '../../persistence/blocks'
import type { Database } from '../../persistence/database'
import { createMetricStore } from '../../persistence/metrics'
import { createMetricsServices } from './metrics-services'

const METRIC = 'metric-early-cancer'

let db: Database

beforeAll(async () => {
  db = await seededDatabase()
})

async function read(metricId = METRIC) {
  const services = createMetricsServices({
    metrics: createMetricStore(db),
    blocks: createBlockStore(db),
    notices: { changed: () => undefined, freeze: () => undefined },
    now: () => new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
  })
  const input = { strategyId: 'wessex-vale-2026', metricId }
  const outcome = await services.readMetric(buildMember('viewer', 'person-viewer'), input)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

describe('a metric of an area that came of a merger', () => {
  it('[AS2] [AS3] [AS9] has its earlier values worked out, marked, and says so', async () => {
    const { chart, history, before } = await read()
    const earlier = chart.points.filter(({ isWorkedOut }) => isWorkedOut)
    expect(earlier.map(({ label }) => label)).toEqual(['2018', '2019', '2020'])
    // 1,196 and 1,352 of 2,350 and 2,694.
    expect(earlier[0]?.value).toBeCloseTo((2_548 / 5_044) * 100, 10)
    expect(earlier[0]).toMatchObject({ lower95: null, upper95: null })
    expect(chart.points.map(({ label }) => label)).toEqual([
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
    ])
    // Nobody gave them, so nobody corrects them.
    expect(history.map(({ current }) => current.period.label)).toEqual([
      '2024',
      '2023',
      '2022',
      '2021',
    ])
    expect(before).toBe(
      'Values before 1 July 2022 are worked out from North Wessex and Vale and Coast, which became this area. Not all of them have 2017, so those are left out.',
    )
  })

  it('says where nothing can be worked out, and nothing of other areas', async () => {
    expect((await read('metric-falls')).before).toContain('cannot be added up')
    await db.prisma.metric.update({ where: { id: METRIC }, data: { areaId: 'place-ashmere' } })
    const { before, chart } = await read()
    expect(before).toBe('')
    expect(chart.points.some(({ isWorkedOut }) => isWorkedOut)).toBe(false)
  })

  it('[AS5] divides no area that went to two', async () => {
    await db.prisma.metric.update({ where: { id: METRIC }, data: { areaId: 'area-system' } })
    await db.prisma.areaSuccession.create({
      data: {
        id: 'split',
        fromId: 'area-before-vale',
        toId: 'place-thornley',
        onDay: new Date('2022-07-01'),
        kind: 'split',
      },
    })
    const { before, chart } = await read()
    expect(before).toContain('Vale and Coast, which was split')
    expect(chart.points).toHaveLength(4)
  })
})
