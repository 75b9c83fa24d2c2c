import { describe, expect, it } from 'vitest'
import { buildObservation } from '../../../test/build/metrics'
import type { MetricLink, ObjectiveBlock } from '../strategy/strategy'
import { type MetricFacts, assessProgress } from './assess-progress'
import { rollUpPriority } from '../targets/roll-up-targets'
import { isFiltering, matchesFilter, parseFilter } from './filter-objectives'
import { judgeLink } from './judge-link'
import { listWork } from './list-work'

function buildLink(parts: Partial<MetricLink> = {}): MetricLink {
  return {
    id: 'l1',
    metricId: 'm1',
    baseline: 20,
    baselineDate: null,
    target: 10,
    targetDate: null,
    ...parts,
  }
}

function buildObjective(parts: Partial<ObjectiveBlock> = {}): ObjectiveBlock {
  return {
    id: 'o1',
    kind: 'objective',
    title: 'Shorter waits',
    statement: '',
    parentId: 'p1',
    chapterId: 'c1',
    leadId: 'anna',
    level: 'place',
    targetDate: '2028-03-31',
    hwbPriorityIds: ['h1'],
    needIds: [],
    metricLinks: [buildLink()],
    ...parts,
  }
}

interface Known extends Partial<MetricFacts> {
  readonly latestValue?: number | null
}

/** One value, of June 2026; null is suppressed. */
const facts = ({ latestValue = 15, ...parts }: Known = {}): MetricFacts => ({
  polarity: 'low_good',
  rows: [
    buildObservation({ start: '2026-06-01', value: latestValue, suppressed: latestValue === null }),
  ],
  hasLead: true,
  ...parts,
})

function assess(parts: Partial<ObjectiveBlock> = {}, metrics: Record<string, Known> = { m1: {} }) {
  return assessProgress(buildObjective(parts), {
    metrics: new Map(Object.entries(metrics).map(([id, metric]) => [id, facts(metric)])),
    people: new Set(['anna']),
    today: '2026-11-22',
  })
}

describe('one metric of one objective', () => {
  const judge = (
    latestValue: number | null,
    link: Partial<MetricLink> = {},
    polarity: MetricFacts['polarity'] = 'low_good',
  ) => judgeLink(buildLink(link), facts({ latestValue, polarity }), '2026-11-22')

  it('[PR1] has no state without a target', () =>
    expect(judge(5, { target: null })).toBe('no_target'))
  it('[PR2] has no state without a value', () => expect(judge(null)).toBe('no_value'))

  it('[PR3] is met when the target is reached exactly', () => {
    expect([judge(10), judge(9), judge(10.1)]).toEqual(['met', 'met', 'not_met'])
    expect(judge(10, { baseline: 5 }, 'high_good')).toBe('met')
  })

  it('[PR4] is judged by its course once it has its days', () => {
    // Half way by the end of June 2026: 15 is needed.
    const dated = { baselineDate: '2025-06-30', targetDate: '2027-06-30' }
    expect([judge(15, dated), judge(15.1, dated)]).toEqual(['on_course', 'off_course'])
    const past = { baselineDate: '2024-06-30', targetDate: '2026-06-30' }
    expect(judge(15, past)).toBe('missed')
    expect(judge(15, { ...past, targetDate: '2026-10-31' })).toBe('awaited')
    expect(judge(19.9)).toBe('not_met')
    const objective = {
      targetDate: '2027-06-30',
      metricLinks: [buildLink({ baselineDate: '2025-06-30' })],
    }
    expect(assess(objective).state).toBe('on_course')
  })

  it('[PR5] is no better on the baseline or beyond', () => {
    expect([judge(20), judge(25)]).toEqual(['no_nearer', 'no_nearer'])
    expect(judge(5, { baseline: 5 }, 'high_good')).toBe('no_nearer')
    expect(judge(25, { baseline: null })).toBe('not_met')
    expect(judge(25, { baselineDate: '2025-06-30', targetDate: '2027-06-30' })).toBe('no_nearer')
  })

  it('[PR6] has no state when neutral', () =>
    expect(judge(5, {}, 'neutral')).toBe('not_measurable'))
})

describe('one objective', () => {
  const two = [buildLink(), buildLink({ id: 'l2', metricId: 'm2' })]

  it('[PR7] takes the metric furthest from its target', () => {
    const state = (m1: number, m2: number) =>
      assess({ metricLinks: two }, { m1: { latestValue: m1 }, m2: { latestValue: m2 } }).state
    expect([state(9, 9), state(9, 15), state(15, 25), state(25, 9)]).toEqual([
      'met',
      'not_met',
      'no_nearer',
      'no_nearer',
    ])
    const withoutBaseline = [buildLink({ baseline: null }), buildLink({ id: 'l2', metricId: 'm2' })]
    expect(assess({ metricLinks: withoutBaseline }, { m1: {}, m2: {} }).state).toBe('not_met')
  })

  it('[PR8] ignores metrics that say nothing unless all do', () => {
    expect(
      assess({ metricLinks: two }, { m1: { latestValue: null }, m2: { latestValue: 9 } }).state,
    ).toBe('met')
    expect(
      assess({ metricLinks: two }, { m1: { latestValue: null }, m2: { polarity: 'neutral' } })
        .state,
    ).toBe('no_value')
    expect(assess({ metricLinks: [buildLink({ target: null })] }).state).toBe('no_target')
    expect(assess({ metricLinks: [] }).state).toBe('no_target')
  })

  it('[PR9] leaves out a metric no longer in the register', () => {
    const progress = assess({ metricLinks: two }, { m1: { latestValue: 9 } })
    expect([progress.state, progress.links.map((link) => link.linkId)]).toEqual(['met', ['l1']])
  })

  it('[PR10] names the gaps in order', () => {
    expect(
      assess({ leadId: null, targetDate: null, hwbPriorityIds: [], metricLinks: [] }).gaps,
    ).toEqual(['metric', 'lead', 'date', 'target', 'baseline', 'hwb_priority'])
    expect(assess({}, { m1: { latestValue: null, hasLead: false } }).gaps).toEqual([
      'value',
      'metric_lead',
    ])
  })

  it('[PR11] misses a lead who has left', () =>
    expect(assess({ leadId: 'gone' }).gaps).toEqual(['lead']))

  it('[PR12] is overdue the day after its target date', () => {
    expect(assess({ targetDate: '2026-11-22' }).isOverdue).toBe(false)
    expect(assess({ targetDate: '2026-11-21' }).isOverdue).toBe(true)
    expect(assess({ targetDate: '2026-11-21' }, { m1: { latestValue: 9 } }).isOverdue).toBe(false)
  })

  it('[PR13] needs attention for a gap, no gain or a date passed', () => {
    expect(assess({ leadId: null }).needsAttention).toBe(true)
    expect(assess({}, { m1: { latestValue: 21 } }).needsAttention).toBe(true)
    expect(assess({ targetDate: '2026-11-21' }).needsAttention).toBe(true)
    expect(assess().needsAttention).toBe(false)
  })

  it('[PR14] needs none when met and whole', () => {
    const progress = assess({}, { m1: { latestValue: 9 } })
    expect(progress).toMatchObject({ needsAttention: false, gaps: [], smart: { met: 5, of: 5 } })
  })
})

describe('roll-up', () => {
  const of = (...values: (number | null)[]) =>
    rollUpPriority(values.map((latestValue) => assess({}, { m1: { latestValue } }).state)).sentence

  it('[PR15] [PR16] counts states in words', () => {
    expect(of(9, 15, 15, null)).toBe(
      '4 objectives: 1 meets its target, 2 do not meet their targets, 1 has no value.',
    )
    expect(of(9, 9)).toBe('2 objectives: all meet their targets.')
    expect(of(25)).toBe('1 objective: it is no better than its baseline.')
  })

  it('[PR17] says when there is none', () => expect(of()).toBe('No objectives yet.'))

  it('[PR18] tells what is missing as work', () => {
    const work = listWork([{ gaps: ['lead'] }, { gaps: ['lead', 'date'] }, { gaps: [] }])
    expect(work.map((item) => item.sentence)).toEqual([
      '2 objectives have no lead',
      '1 objective has no target date',
    ])
    expect(listWork([{ gaps: [] }])).toEqual([])
  })
})

describe('looking for some', () => {
  const rows = [
    { id: 'a', level: 'place' as const, leadId: 'anna', progress: assess() },
    { id: 'b', level: null, leadId: null, progress: assess({ leadId: null }) },
    {
      id: 'c',
      level: 'place' as const,
      leadId: null,
      progress: assess({ leadId: null, targetDate: null }),
    },
  ]
  const find = (search: string) =>
    rows
      .filter((row) => matchesFilter(row, parseFilter(new URLSearchParams(search))))
      .map((row) => row.id)

  it('[PR19] narrows by level, lead and attention together', () => {
    expect([
      find(''),
      find('level=place'),
      find('level=none'),
      find('lead=none'),
      find('lead=anna'),
    ]).toEqual([['a', 'b', 'c'], ['a', 'c'], ['b'], ['b', 'c'], ['a']])
    expect([
      find('attention=any'),
      find('attention=date'),
      find('level=place&attention=lead'),
    ]).toEqual([['b', 'c'], ['c'], ['c']])
  })

  it('[PR20] takes an unknown filter for none', () => {
    expect(find('level=galaxy&attention=magic&lead=')).toEqual(['a', 'b', 'c'])
    expect(isFiltering(parseFilter(new URLSearchParams('level=galaxy')))).toBe(false)
    expect(isFiltering(parseFilter(new URLSearchParams('attention=any')))).toBe(true)
  })
})
