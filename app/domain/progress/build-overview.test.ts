import { describe, expect, it } from 'vitest'
import { buildMetric, buildObservations } from '../../../test/build/metrics'
import { NO_REGISTERS, indexRegisters } from '../links/registers'
import type { MetricLink } from '../strategy/strategy'
import { buildOverview } from './build-overview'
import { type DashboardBlock, pathToBlock } from './dashboard-block'

function buildBlock(
  parts: Partial<DashboardBlock> & Pick<DashboardBlock, 'id' | 'kind'>,
): DashboardBlock {
  return {
    parentId: null,
    chapterId: 'c1',
    title: parts.id,
    statement: '',
    leadId: null,
    level: null,
    targetDate: null,
    hwbPriorityIds: [],
    needIds: [],
    metricLinks: [],
    orphaned: false,
    ...parts,
  }
}

const link = (id: string, target: number | null, metricId = 'metric-1'): MetricLink => ({
  id,
  metricId,
  baseline: 20,
  baselineDate: null,
  target,
  targetDate: null,
})

const blocks = [
  buildBlock({ id: 'v', kind: 'vision' }),
  buildBlock({ id: 'p2', kind: 'priority' }),
  buildBlock({
    id: 'o1',
    kind: 'objective',
    parentId: 'p2',
    leadId: 'anna',
    metricLinks: [link('a', 15)],
  }),
  buildBlock({ id: 'p1', kind: 'priority' }),
  buildBlock({
    id: 'o2',
    kind: 'objective',
    parentId: 'p2',
    leadId: 'gone',
    metricLinks: [link('b', 10), link('c', 1, 'lost')],
  }),
  buildBlock({ id: 'o3', kind: 'objective', parentId: 'elsewhere' }),
  buildBlock({ id: 'o4', kind: 'objective', parentId: 'p1', chapterId: null, orphaned: true }),
]

const metric = buildMetric()
const rows = buildObservations([14, 12])
const register = {
  id: 'metric-1',
  code: 'M1',
  title: metric.title,
  plainTitle: metric.plainTitle,
  unit: '%',
  decimals: 1,
  areaName: 'Here',
  latest: null,
}
const registers = indexRegisters({
  ...NO_REGISTERS,
  people: [{ id: 'anna', name: 'Anna Reed', jobTitle: '', organisationName: 'Council' }],
  metrics: [register],
})

const overview = buildOverview({
  blocks,
  registers,
  metrics: new Map([['metric-1', { metric, rows }]]),
  today: '2026-11-22',
})

describe('at a glance', () => {
  it('[PR21] keeps the order of the text', () => {
    expect(overview.visions.map((block) => block.id)).toEqual(['v'])
    expect(
      overview.priorities.map((block) => [block.label, block.objectives.map((row) => row.label)]),
    ).toEqual([
      ['Priority 1', ['Objective 1.1', 'Objective 1.2']],
      ['Priority 2', []],
    ])
    expect(overview.sentence).toContain('3 objectives')
  })

  it('[PR22] leaves out orphans and lists the unplaced', () => {
    expect(overview.unplaced.map((row) => row.id)).toEqual(['o3'])
    expect(JSON.stringify(overview)).not.toContain('o4')
  })

  it('[PR23] judges a metric by this objective’s target', () => {
    const [first, second] = overview.priorities[0]!.objectives
    expect(first?.metrics[0]).toMatchObject({
      state: 'met',
      latest: '12.0%',
      period: 'May 2024',
      target: '15.0%',
    })
    expect(first?.metrics[0]?.sentence).toContain('Meets the target')
    expect(second?.metrics[0]).toMatchObject({
      state: 'not_met',
      spark: { name: expect.stringContaining('2 values'), targetY: 37 },
    })
    expect(second?.metrics[0]?.sentence).toContain('Worse than target')
  })

  it('[PR24] names what has left the register', () => {
    const second = overview.priorities[0]?.objectives[1]
    expect(second?.metrics[1]).toMatchObject({
      known: false,
      title: 'No longer in the register',
      spark: null,
    })
    expect(second?.lead).toMatchObject({ known: false })
    expect(second?.progress.gaps).toContain('lead')
    expect(overview.leads.map((lead) => lead.name)).toEqual([
      'Anna Reed',
      'No longer in the register',
    ])
  })

  it('[PR25] has a verdict for each priority with the counts it comes from', () => {
    expect(overview.priorities.map(({ verdict, sentence }) => [verdict, sentence])).toEqual([
      ['unclear', '2 objectives: 1 meets its target, 1 does not meet its target.'],
      ['unjudged', 'No objectives yet.'],
    ])
  })

  it('[PR26] stands its priorities beside a goal, and does not judge it by them', () => {
    const goals = [
      buildBlock({ id: 'g1', kind: 'goal' }),
      buildBlock({ id: 'g2', kind: 'goal' }),
      ...blocks.map((block) => (block.kind === 'priority' ? { ...block, parentId: 'g1' } : block)),
    ]
    const found = buildOverview({
      blocks: goals,
      registers,
      metrics: new Map(),
      today: '2026-11-22',
    })
    expect(found.goals).toMatchObject([
      { label: 'Goal G1', sentence: '2 priorities: all cannot be judged yet.' },
      { label: 'Goal G2', sentence: 'No priorities yet.', priorities: [] },
    ])
    expect(found.goals[0]?.priorities).toMatchObject([
      { label: 'Priority 1', verdict: 'unjudged' },
      { label: 'Priority 2', verdict: 'unjudged' },
    ])
    expect(found.goals[0]).not.toHaveProperty('state')
  })

  it('[PR21] knows where a block stands', () => {
    expect(pathToBlock({ id: 'o 1', chapterId: 'c1' })).toBe('write/c1#block-o%201')
    expect(pathToBlock({ id: 'o1', chapterId: null })).toBe('write')
  })
})

describe('a metric whose lead has left', () => {
  it('[PR24] is one without a lead', () => {
    const gapsWith = (leadId: string) => {
      const measured = { metric: { ...metric, lead: { id: leadId, name: leadId } }, rows }
      const sources = { blocks, registers, today: '2026-11-22' }
      const overview = buildOverview({ ...sources, metrics: new Map([['metric-1', measured]]) })
      return overview.priorities.flatMap(({ objectives }) =>
        objectives.filter(({ id }) => id === 'o1').flatMap(({ progress }) => progress.gaps),
      )
    }
    expect(gapsWith('anna')).not.toContain('metric_lead')
    expect(gapsWith('gone')).toContain('metric_lead')
  })
})
