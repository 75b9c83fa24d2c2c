import type { ObjectiveBlock, StrategyContent } from '../../app/domain/strategy/strategy'

/** A small strategy with one of everything, for tests. */
export function buildContent(overrides: Partial<StrategyContent> = {}): StrategyContent {
  return {
    schemaVersion: 1,
    chapters: [
      {
        id: 'foreword',
        title: 'Foreword',
        nodes: [
          { type: 'heading', level: 2, content: [{ text: 'Why we write' }] },
          {
            type: 'paragraph',
            content: [
              { text: 'We are ' },
              { text: 'one', bold: true },
              { text: ' county, ', italic: true },
              { text: 'see', href: 'https://example.org/plan' },
              { text: '\nand on.' },
            ],
          },
          { type: 'quote', content: [{ text: 'Nobody asked me before.' }] },
          { type: 'paragraph', content: [] },
        ],
      },
      {
        id: 'priorities',
        title: 'Our priorities',
        nodes: [
          { type: 'block', blockId: 'vision-1' },
          { type: 'paragraph', content: [{ text: 'Between.' }] },
          { type: 'block', blockId: 'objective-1' },
          {
            type: 'list',
            ordered: false,
            items: [
              {
                content: [{ text: 'First' }],
                children: [
                  {
                    type: 'list',
                    ordered: true,
                    items: [
                      { content: [{ text: 'Inner one' }], children: [] },
                      { content: [{ text: 'Inner two' }], children: [] },
                    ],
                  },
                ],
              },
              { content: [{ text: 'Second' }], children: [] },
            ],
          },
          { type: 'heading', level: 3, content: [{ text: 'Last words' }] },
        ],
      },
    ],
    blocks: [
      {
        id: 'vision-1',
        kind: 'vision',
        title: 'Vision',
        statement: 'Live well.',
        parentId: null,
        chapterId: 'priorities',
      },
      buildObjective({ chapterId: 'priorities' }),
    ],
    ...overrides,
  }
}

export function buildObjective(overrides: Partial<ObjectiveBlock> = {}): ObjectiveBlock {
  return {
    id: 'objective-1',
    kind: 'objective',
    title: 'Fewer people smoke',
    statement: 'Cut adult smoking to 8 % by 2030.',
    parentId: null,
    chapterId: null,
    leadId: 'person-lead',
    level: 'place',
    targetDate: '2030-03-31',
    hwbPriorityIds: ['hwbp-1', 'hwbp-2'],
    needIds: ['need-1'],
    metricLinks: [
      {
        id: 'link-1',
        metricId: 'metric-smoking',
        baseline: 12.5,
        baselineDate: '2025-03-31',
        target: 8,
        targetDate: '2030-03-31',
      },
    ],
    ...overrides,
  }
}
