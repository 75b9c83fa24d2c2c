import { beforeAll, describe, expect, it } from 'vitest'
import { buildMember, projectDemonstration } from '../../../test/build/demonstration'
import { seededDatabase } from '../../../test/build/database'
import { createBlockStore } from '../../persistence/blocks'
import type { Database } from '../../persistence/database'
import { createMetricStore } from '../../persistence/metrics'
import { rememberValues } from '../metrics/remember-values'
import { createRegistersStore } from '../../persistence/registers'
import { readOverview } from './read-overview'

let db: Database

beforeAll(async () => {
  db = await seededDatabase()
  await projectDemonstration(db)
})

function read(actor = buildMember('viewer'), strategyId = 'wessex-vale-2026') {
  const adapters = {
    registers: createRegistersStore(db),
    blocks: createBlockStore(db),
    metrics: createMetricStore(db),
    readValues: rememberValues(createMetricStore(db)),
    now: () => new Date('2026-11-22T10:00:00Z'),
  }
  return readOverview(adapters, actor, strategyId)
}

describe('reading the overview', () => {
  it('has the vision, the priorities and their objectives', async () => {
    const outcome = await read()
    if (!outcome.ok) throw new Error(outcome.refusal.message)
    const { visions, priorities, unplaced } = outcome.value
    expect(visions).toMatchObject([{ id: 'vision-1' }])
    expect(priorities.map((priority) => priority.label)).toEqual([
      'Priority 1',
      'Priority 2',
      'Priority 3',
      'Priority 4',
    ])
    expect(priorities.flatMap((priority) => priority.objectives)).toHaveLength(12)
    expect(unplaced).toEqual([])
    const [first] = priorities[0]?.objectives ?? []
    expect(first).toMatchObject({
      id: 'objective-1-1',
      label: 'Objective 1.1',
      lead: { known: true },
    })
    expect(first?.hwbPriorities.map((link) => link.known)).toEqual([true, true])
    expect(first?.metrics[0]).toMatchObject({
      known: true,
      target: '38.0 per 100,000 by 31 March 2029',
    })
    expect(first?.metrics[0]?.spark?.name).toContain('36 values')
  })

  it('rolls up to priorities, and stands them beside their goals', async () => {
    const outcome = await read()
    if (!outcome.ok) throw new Error(outcome.refusal.message)
    const { goals, priorities } = outcome.value
    expect(priorities.map(({ verdict }) => verdict)).toEqual([
      'some_behind',
      'all_behind',
      'all_behind',
      'all_behind',
    ])
    expect(goals).toMatchObject([
      { id: 'goal-1', sentence: '3 priorities: 1 is behind in part, 2 are behind.' },
      { id: 'goal-2', sentence: '1 priority: it is behind.' },
    ])
  })

  it('counts what is missing as work', async () => {
    const outcome = await read()
    if (!outcome.ok) throw new Error(outcome.refusal.message)
    const objectives = outcome.value.priorities.flatMap((priority) => priority.objectives)
    const counted = outcome.value.work.map(({ gap }) => ({
      gap,
      count: objectives.filter(({ progress }) => progress.gaps.includes(gap)).length,
    }))
    expect(outcome.value.work).toMatchObject(counted)
    expect(outcome.value.work.length).toBeGreaterThan(0)
  })

  it('tells strangers nothing', async () => {
    const unknown = await read(buildMember('chair'), 'nowhere')
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
    expect(await read({ ...buildMember('chair'), partnershipId: 'elsewhere' })).toEqual(unknown)
  })
})
