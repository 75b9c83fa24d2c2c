import { describe, expect, it } from 'vitest'
import type { EditionContent } from '../signoff/edition-content'
import type { MetricLink, ObjectiveBlock } from '../strategy/strategy'
import { LINK_KIND_LABELS, LINK_KINDS, listLinks } from './list-links'
import { type RegisterMetric, type Registers, indexRegisters } from './registers'
import { registersOfEdition } from './registers-of-edition'
import {
  describeBaseline,
  describeLatest,
  describeTarget,
  NOT_IN_REGISTER,
  resolveObjective,
} from './resolve-links'

function buildMetric(id: string, more: Partial<RegisterMetric> = {}): RegisterMetric {
  return {
    id,
    code: id,
    title: `Title of ${id}`,
    plainTitle: `Plain ${id}`,
    unit: '%',
    decimals: 1,
    areaName: 'Wessex Vale',
    latest: null,
    ...more,
  }
}

const REGISTERS: Registers = {
  people: [
    { id: 'ada', name: 'Ada Lovell', jobTitle: 'Director', organisationName: 'Ashmere Council' },
  ],
  hwbPriorities: [2, 1].map((number) => ({
    id: `priority-${number}`,
    number,
    title: `Priority title ${number}`,
    hwbStrategyId: 's',
    hwbStrategyTitle: 'A Healthier Shore',
    bodyName: 'Thornley Health and Wellbeing Board',
  })),
  needs: [{ id: 'need-1', number: 1, title: 'Falls', jsnaId: 'j', jsnaTitle: 'County JSNA' }],
  metrics: [buildMetric('m2'), buildMetric('m1', { unit: 'per 100,000', decimals: 0 })],
}

function buildLink(id: string, more: Partial<MetricLink> = {}): MetricLink {
  return {
    id,
    metricId: 'm1',
    baseline: null,
    baselineDate: null,
    target: null,
    targetDate: null,
    ...more,
  }
}

function buildObjective(more: Partial<ObjectiveBlock> = {}): ObjectiveBlock {
  return {
    id: 'o1',
    kind: 'objective',
    title: '',
    statement: '',
    parentId: null,
    chapterId: 'c1',
    leadId: null,
    level: null,
    targetDate: null,
    hwbPriorityIds: [],
    needIds: [],
    metricLinks: [],
    ...more,
  }
}

const resolve = (more: Partial<ObjectiveBlock>) =>
  resolveObjective(buildObjective(more), indexRegisters(REGISTERS))

function resolveOne(link: MetricLink) {
  const [resolved] = resolve({ metricLinks: [link] }).metricLinks
  if (!resolved) throw new Error('the link is gone')
  return resolved
}

describe('links of an objective', () => {
  it('[LK1] show names from the register and what they belong to', () => {
    const shown = resolve({ leadId: 'ada', hwbPriorityIds: ['priority-1'], needIds: ['need-1'] })
    expect(shown.lead).toEqual({
      id: 'ada',
      label: 'Ada Lovell',
      detail: 'Ashmere Council',
      known: true,
    })
    expect(shown.hwbPriorities[0]).toMatchObject({
      label: 'Priority title 1',
      detail: 'A Healthier Shore, priority 1',
    })
    expect(shown.needs[0]).toMatchObject({ label: 'Falls', detail: 'County JSNA' })
    expect(resolve({}).lead).toBeNull()
  })

  it('[LK2] stay when the register no longer has them', () => {
    const shown = resolve({
      leadId: 'gone',
      hwbPriorityIds: ['x'],
      needIds: ['y'],
      metricLinks: [buildLink('l', { metricId: 'z' })],
    })
    const labels = [shown.lead, ...shown.hwbPriorities, ...shown.needs].map((link) => link?.label)
    expect(labels).toEqual([NOT_IN_REGISTER, NOT_IN_REGISTER, NOT_IN_REGISTER])
    expect(shown.metricLinks[0]).toMatchObject({ title: NOT_IN_REGISTER, metric: null })
  })

  it('[LK3] stand in the register’s order, lost ones last', () => {
    const shown = resolve({
      hwbPriorityIds: ['lost', 'priority-1', 'priority-2'],
      metricLinks: [
        buildLink('a', { metricId: 'lost' }),
        buildLink('b'),
        buildLink('c', { metricId: 'm2' }),
      ],
    })
    expect(shown.hwbPriorities.map((link) => link.id)).toEqual(['priority-2', 'priority-1', 'lost'])
    expect(shown.metricLinks.map(({ link }) => link.id)).toEqual(['c', 'b', 'a'])
  })

  it('[LK4] keep one metric linked twice apart', () => {
    const shown = resolve({
      metricLinks: [buildLink('a', { target: 1 }), buildLink('b', { target: 2 })],
    })
    expect(shown.metricLinks.map(describeTarget)).toEqual(['1 per 100,000', '2 per 100,000'])
  })

  it('[LK5] show baseline and target in the metric’s unit with their dates', () => {
    const link = buildLink('a', {
      metricId: 'm2',
      baseline: 12.25,
      baselineDate: '2026-03-31',
      target: 9,
      targetDate: '2029-03-31',
    })
    expect(describeBaseline(resolveOne(link))).toBe('12.3% at 31 March 2026')
    expect(describeTarget(resolveOne(link))).toBe('9.0% by 31 March 2029')
  })

  it('[LK6] show a number without a known unit bare, and say so', () => {
    expect(describeTarget(resolveOne(buildLink('a', { metricId: 'gone', target: 1234.5 })))).toBe(
      '1,234.5 (no unit known)',
    )
  })

  it('[LK7] say that a baseline or target is missing', () => {
    expect(describeBaseline(resolveOne(buildLink('a')))).toBe('No baseline yet')
    expect(describeTarget(resolveOne(buildLink('a', { target: 0 })))).toBe('0 per 100,000')
    expect(describeTarget(resolveOne(buildLink('a')))).toBe('No target yet')
  })

  it('[LK8] show the latest value with its period', () => {
    const style = { unit: '%', decimals: 1 }
    expect(
      describeLatest({ value: 10.2, suppressed: false, periodLabel: 'June 2026' }, style),
    ).toBe('10.2% (June 2026)')
    expect(describeLatest({ value: null, suppressed: true, periodLabel: '2022/23' }, style)).toBe(
      'c (2022/23)',
    )
    expect(describeLatest(null, style)).toBe('no value yet')
  })
})

describe('all links', () => {
  it('[LK9] are listed with their kind, for objectives in the text', () => {
    const links = { hwbPriorityIds: ['p'], needIds: ['n'], metricLinks: [buildLink('l')] }
    const orphan = buildObjective({ id: 'o2', chapterId: null, ...links })
    const vision = { ...buildObjective(), id: 'v', kind: 'vision' as const }
    expect(listLinks([vision, orphan, buildObjective(links)])).toEqual([
      { kind: 'implements', objectiveId: 'o1', targetId: 'p' },
      { kind: 'addresses', objectiveId: 'o1', targetId: 'n' },
      { kind: 'measured_by', objectiveId: 'o1', targetId: 'm1' },
    ])
    expect(Object.keys(LINK_KIND_LABELS)).toEqual([...LINK_KINDS])
  })

  it('[LK10] of an edition resolve against its own names and figures', () => {
    const observation = {
      value: 4,
      suppressed: false,
      periodEnd: '2025-03-31',
      periodLabel: '2024/25',
    }
    const later = { value: null, suppressed: true, periodEnd: '2026-03-31', periodLabel: '2025/26' }
    const edition = {
      people: [
        { id: 'ada', name: 'Ada as she was', jobTitle: '', organisationName: 'Old Council' },
      ],
      hwbPriorities: [],
      needs: [],
      metrics: [
        { ...buildMetric('m1'), observations: [later, observation] },
        { ...buildMetric('m2'), observations: [] },
      ],
    } as unknown as EditionContent
    const registers = registersOfEdition(edition)
    const shown = resolveObjective(buildObjective({ leadId: 'ada' }), indexRegisters(registers))
    expect(shown.lead?.label).toBe('Ada as she was')
    expect(registers.metrics.map((metric) => metric.latest)).toEqual([
      { value: null, suppressed: true, periodLabel: '2025/26' },
      null,
    ])
  })
})
