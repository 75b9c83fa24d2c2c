import type { Chapter, ProseNode, StrategyContent } from '../../app/domain/strategy/strategy'

/** One of everything a chapter may hold beside paragraphs, headings, quotes, lists and blocks. */
export function buildProse(): ProseNode[] {
  return [
    {
      type: 'paragraph',
      content: [
        { text: 'Lives are shorter' },
        { text: '', atom: { kind: 'footnote', id: 'note-1', text: 'Three-year averages.' } },
        { text: ' here, as ' },
        { text: 'others', href: 'https://example.org/', title: 'What others found' },
        { text: ' say' },
        { text: '', atom: { kind: 'citation', sourceId: 'source-1', locator: 'page 12' } },
        { text: ': ' },
        { text: '', atom: { kind: 'metric', metricId: 'metric-1' } },
        { text: '.' },
      ],
    },
    {
      type: 'callout',
      tone: 'important',
      content: [
        { text: 'Read ' },
        { text: 'this', bold: true },
        { text: '', atom: { kind: 'footnote', id: 'note-2', text: 'And that.' } },
      ],
    },
    { type: 'rule' },
    {
      type: 'table',
      rows: [
        { cells: [buildCell('Place', true), buildCell('People', true)] },
        { cells: [{ ...buildCell('Ashmere'), rowSpan: 2 }, buildCell('312,000')] },
        { cells: [buildCell('of whom 13,000 are old')] },
        {
          cells: [
            {
              header: true,
              colSpan: 2,
              nodes: [
                { type: 'heading', level: 3, content: [{ text: 'Together' }] },
                { type: 'list', ordered: false, items: [{ content: [{ text: 'All' }], children: [] }] },
                { type: 'callout', tone: 'note', content: [{ text: 'Rounded' }] },
                {
                  type: 'paragraph',
                  content: [
                    { text: 'Counted' },
                    { text: '', atom: { kind: 'footnote', id: 'note-3', text: 'By hand.' } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    { type: 'image', fileId: 'file-1', alt: 'A bus stop in the rain', caption: 'The last bus' },
    {
      type: 'list',
      ordered: false,
      kind: 'check',
      items: [
        { content: [{ text: 'Ask people' }], children: [], checked: true },
        {
          content: [{ text: 'Answer them' }],
          checked: false,
          children: [
            {
              type: 'list',
              ordered: false,
              kind: 'check',
              items: [{ content: [{ text: 'In writing' }], children: [], checked: false }],
            },
          ],
        },
      ],
    },
    { type: 'paragraph', content: [{ text: 'The end.' }] },
  ]
}

export function buildCell(text: string, header = false) {
  return { header, nodes: [{ type: 'paragraph' as const, content: [{ text }] }] }
}

export function buildProseContent(fields: Partial<Chapter> = {}): StrategyContent {
  const chapter = { id: 'chapter', title: 'Chapter', nodes: buildProse(), ...fields }
  return { schemaVersion: 1, chapters: [chapter], blocks: [] }
}
