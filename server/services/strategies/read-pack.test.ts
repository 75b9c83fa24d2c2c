import { beforeAll, describe, expect, it } from 'vitest'
import { seededDatabase } from '../../../test/build/database'
import { buildMember, projectDemonstration } from '../../../test/build/demonstration'
import { createBlockStore } from '../../persistence/blocks'
import type { Database } from '../../persistence/database'
import { createMetricStore } from '../../persistence/metrics'
import { rememberValues } from '../metrics/remember-values'
import { createRegistersStore } from '../../persistence/registers'
import { readPack } from './read-pack'

let db: Database

beforeAll(async () => {
  db = await seededDatabase()
  await projectDemonstration(db)
})

const read = (actor = buildMember('viewer')) =>
  readPack(
    {
      registers: createRegistersStore(db),
      blocks: createBlockStore(db),
      metrics: createMetricStore(db),
      readValues: rememberValues(createMetricStore(db)),
      now: () => new Date('2026-11-22T10:00:00Z'),
    },
    actor,
    'wessex-vale-2026',
  )

describe('a board pack', () => {
  it('has a chart for every metric of every objective, with that objective’s target', async () => {
    const outcome = await read()
    if (!outcome.ok) throw new Error(outcome.refusal.message)
    const { overview, charts, today } = outcome.value
    expect(today).toBe('2026-11-22')
    const metrics = overview.priorities.flatMap(({ objectives }) =>
      objectives.flatMap((objective) => objective.metrics),
    )
    expect(metrics.length).toBeGreaterThan(10)
    for (const { linkId, known } of metrics) expect(charts[linkId] !== undefined).toBe(known)
    const crisis = metrics.find(({ metricId }) => metricId === 'metric-ed-crisis')
    expect(charts[crisis?.linkId ?? '']).toMatchObject({ kind: 'control_chart', target: 38 })
  })

  it('tells strangers nothing', async () => {
    const stranger = { ...buildMember('viewer'), partnershipId: 'elsewhere' }
    expect(await read(stranger)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })
})
