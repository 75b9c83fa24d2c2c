import type { Block, Level, MetricLink } from '../../app/domain/strategy/strategy'
import { OTHER_BLOCKS, PRIORITY_FIELDS } from './other-blocks'

interface SeedObjective {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly leadId: string | null
  readonly level: Level
  readonly targetDate: string | null
  readonly hwb: readonly string[]
  readonly needs: readonly string[]
  readonly metrics: readonly MetricLink[]
}

function measuredBy(
  metricId: string,
  baseline: readonly [number, string] | null,
  target: readonly [number, string] | null,
): MetricLink {
  return {
    id: `link-${metricId}`,
    metricId,
    baseline: baseline?.[0] ?? null,
    baselineDate: baseline?.[1] ?? null,
    target: target?.[0] ?? null,
    targetDate: target?.[1] ?? null,
  }
}

const VISION = {
  id: 'vision-1',
  title: 'Our vision for Wessex Vale',
  statement:
    'By 2036 everyone in Wessex Vale can live a longer, healthier life in a place they belong, with the greatest improvement for those with the furthest to go, and with help that comes early, close to home and only has to be asked for once.',
}

const PRIORITIES = [
  {
    id: 'priority-1',
    title: 'Fewer people reach crisis',
    statement:
      'People with mental ill health, of any age, get help early enough that far fewer reach crisis, and those who do are never alone with it.',
  },
  {
    id: 'priority-2',
    title: 'The best start for every child',
    statement:
      'Every child in Wessex Vale starts school healthy, ready to learn and free of avoidable pain.',
  },
  {
    id: 'priority-3',
    title: 'Living and ageing well at home',
    statement:
      'Older people and disabled people live independently for longer, and return home from hospital as soon as they are well enough.',
  },
  {
    id: 'priority-4',
    title: 'Closing the gap in healthy life',
    statement:
      'The illnesses that shorten lives most are prevented, found early and treated well, first where lives are shortest.',
  },
]

const OBJECTIVES: Record<string, readonly SeedObjective[]> = {
  'priority-1': [
    {
      id: 'objective-1-1',
      title: 'Cut crisis attendances at emergency departments',
      statement:
        'We will reduce attendances at emergency departments for mental-health crisis by a quarter, to 38 per 100,000 people a month by March 2029, with the greatest improvement in Ashmere Quays.',
      leadId: 'person-lead',
      level: 'system',
      targetDate: '2029-03-31',
      hwb: ['hwbp-ashmere-1', 'hwbp-thornley-3'],
      needs: ['need-1'],
      metrics: [measuredBy('metric-ed-crisis', [51.2, '2025-09-30'], [38, '2029-03-31'])],
    },
    {
      id: 'objective-1-2',
      title: 'A full health check for everyone with severe mental illness',
      statement:
        'We will raise the share of people with severe mental illness who have a full annual physical health check to 75% by March 2028.',
      leadId: 'person-lead',
      level: 'system',
      targetDate: '2028-03-31',
      hwb: ['hwbp-ashmere-1'],
      needs: ['need-2'],
      metrics: [measuredBy('metric-smi-checks', [58.4, '2025-06-30'], [75, '2028-03-31'])],
    },
    {
      id: 'objective-1-3',
      title: 'No child waits more than four weeks for a first assessment',
      statement:
        'We will reduce the share of children and young people who wait more than four weeks for a first mental-health assessment to 10% by September 2028.',
      leadId: 'person-children',
      level: 'place',
      targetDate: '2028-09-30',
      hwb: ['hwbp-ashmere-1', 'hwbp-caldbourne-2'],
      needs: ['need-3'],
      metrics: [measuredBy('metric-cyp-waits', [33.5, '2025-09-30'], [10, '2028-09-30'])],
    },
  ],
  'priority-2': [
    {
      id: 'objective-2-1',
      title: 'More children ready for school',
      statement:
        'We will raise the share of children with a good level of development at five to 74% by summer 2029, and halve the gap between wards.',
      leadId: 'person-children',
      level: 'system',
      targetDate: '2029-08-31',
      hwb: ['hwbp-ashmere-2', 'hwbp-caldbourne-2', 'hwbp-thornley-2'],
      needs: ['need-4'],
      metrics: [measuredBy('metric-school-ready', [66.1, '2024-08-31'], [74, '2029-08-31'])],
    },
    {
      id: 'objective-2-2',
      title: 'Halve hospital tooth extractions',
      statement:
        'We will halve the rate of hospital tooth extractions in children under ten by March 2029, starting with supervised brushing in coastal nurseries.',
      leadId: 'person-thornley-ph',
      level: 'place',
      targetDate: '2029-03-31',
      hwb: ['hwbp-thornley-2', 'hwbp-caldbourne-2'],
      needs: ['need-8'],
      metrics: [measuredBy('metric-extractions', [412.6, '2024-03-31'], [206, '2029-03-31'])],
    },
    {
      id: 'objective-2-3',
      title: 'Smoke-free pregnancies',
      statement:
        'We will bring the share of mothers who smoke when their baby is born below 4% by March 2028.',
      leadId: null,
      level: 'system',
      targetDate: '2028-03-31',
      hwb: ['hwbp-ashmere-2', 'hwbp-ashmere-3'],
      needs: ['need-4', 'need-9'],
      metrics: [measuredBy('metric-smoking-delivery', [8.9, '2025-06-30'], [4, '2028-03-31'])],
    },
  ],
  'priority-3': [
    {
      id: 'objective-3-1',
      title: 'Home as soon as you are well enough',
      statement:
        'We will cut the number of people in hospital beds who are well enough to leave to 80 on an average day by March 2028.',
      leadId: 'person-hospitals',
      level: 'system',
      targetDate: '2028-03-31',
      hwb: ['hwbp-ashmere-4', 'hwbp-thornley-5'],
      needs: ['need-7'],
      metrics: [measuredBy('metric-delayed-discharge', [141, '2025-09-30'], [80, '2028-03-31'])],
    },
    {
      id: 'objective-3-2',
      title: 'Fewer falls, fewer broken hips',
      statement:
        'We will reduce emergency admissions after a fall among people aged 65 and over, with strength and balance classes in every neighbourhood.',
      leadId: 'person-adults',
      level: 'neighbourhood',
      targetDate: '2029-03-31',
      hwb: ['hwbp-caldbourne-3', 'hwbp-thornley-5'],
      needs: ['need-6'],
      metrics: [measuredBy('metric-falls', [2230, '2024-03-31'], null)],
    },
    {
      id: 'objective-3-3',
      title: 'Home care without a wait',
      statement:
        'We will make sure that nobody assessed as needing home care waits more than seven days for it, by December 2027.',
      leadId: 'person-adults',
      level: 'place',
      targetDate: null,
      hwb: ['hwbp-caldbourne-3', 'hwbp-thornley-5'],
      needs: ['need-7'],
      metrics: [measuredBy('metric-home-care-waits', [212, '2025-09-30'], [0, '2027-12-31'])],
    },
  ],
  'priority-4': [
    {
      id: 'objective-4-1',
      title: 'Blood pressure found and treated',
      statement:
        'We will raise the share of people with high blood pressure who are treated to target to 80% by March 2029, first in the most deprived fifth of neighbourhoods.',
      leadId: 'person-gp',
      level: 'neighbourhood',
      targetDate: '2029-03-31',
      hwb: ['hwbp-thornley-1', 'hwbp-caldbourne-4'],
      needs: ['need-5'],
      metrics: [measuredBy('metric-blood-pressure', [66.8, '2025-06-30'], [80, '2029-03-31'])],
    },
    {
      id: 'objective-4-2',
      title: 'Towards a smoke-free Wessex Vale',
      statement:
        'We will bring adult smoking to 7% or below by 2030, and to 12% or below among people in routine and manual jobs.',
      leadId: 'person-thornley-ph',
      level: 'system',
      targetDate: '2030-12-31',
      hwb: ['hwbp-ashmere-3', 'hwbp-thornley-1'],
      needs: ['need-9'],
      metrics: [
        measuredBy('metric-smoking', [12.1, '2024-12-31'], [7, '2030-12-31']),
        measuredBy('metric-healthy-life', null, null),
      ],
    },
    {
      id: 'objective-4-3',
      title: 'Cancer found early',
      statement:
        'We will find three cancers in four at stage 1 or 2 by 2030, by taking checks to people who do not come to us.',
      leadId: 'person-gp',
      level: 'system',
      targetDate: '2030-12-31',
      hwb: ['hwbp-caldbourne-4'],
      needs: ['need-10'],
      metrics: [],
    },
  ],
}

/** Every block of the demonstration strategy; `chapterId` is filled in by where the text refers to it. */
export function seedBlocks(chapterOf: (blockId: string) => string | null): Block[] {
  const priorities = PRIORITIES.flatMap((priority): Block[] => [
    {
      kind: 'priority',
      ...priority,
      parentId: PRIORITY_FIELDS[priority.id]?.goalId ?? null,
      chapterId: chapterOf(priority.id),
      fields: PRIORITY_FIELDS[priority.id]?.fields ?? {},
    },
    ...(OBJECTIVES[priority.id] ?? []).map((o): Block => ({
      kind: 'objective',
      id: o.id,
      title: o.title,
      statement: o.statement,
      parentId: priority.id,
      chapterId: chapterOf(o.id),
      leadId: o.leadId,
      level: o.level,
      targetDate: o.targetDate,
      hwbPriorityIds: o.hwb,
      needIds: o.needs,
      metricLinks: o.metrics,
    })),
  ])
  const others = OTHER_BLOCKS.map((block): Block => ({ ...block, chapterId: chapterOf(block.id) }))
  return [
    { kind: 'vision', ...VISION, parentId: null, chapterId: chapterOf(VISION.id) },
    ...priorities,
    ...others,
  ]
}
