import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildContent, buildObjective } from '../../../test/build/build-content'
import {
  buildLongStrategy,
  editStrategy,
  TWO_HUNDRED_PAGES,
} from '../../../test/build/long-strategy'
import { canonicaliseJson } from '../signoff/canonical-json'
import type { Block, Chapter, ProseNode, StrategyContent } from '../strategy/strategy'
import { compareStrategies } from './compare-strategies'
import { type Comparison, isUnchanged, type LineChange } from './comparison'
import { describeComparison } from './describe-comparison'
import { foldComparison } from './fold-comparison'
import { flattenNode } from './flatten-node'

const chapter = (id: string, title = id, nodes: readonly ProseNode[] = []): Chapter => ({
  id,
  title,
  nodes,
})
const contentOf = (
  chapters: readonly Chapter[],
  blocks: readonly Block[] = [],
): StrategyContent => ({ schemaVersion: 1, chapters, blocks })
const paragraph = (text: string): ProseNode => ({ type: 'paragraph', content: [{ text }] })

function withObjective(objective: object): StrategyContent {
  const block = { ...buildObjective({ chapterId: 'one' }), ...objective }
  return contentOf([chapter('one', 'One', [{ type: 'block', blockId: block.id }])], [block])
}

const fieldsBetween = (before: object, after: object) =>
  compareStrategies(withObjective(before), withObjective(after)).blocks.flatMap(
    ({ fields }) => fields,
  )

describe('chapters', () => {
  it('[DF12] are added, removed, renamed and moved', () => {
    const before = contentOf([
      chapter('a'),
      chapter('b'),
      chapter('c', 'What we know'),
      chapter('d'),
    ])
    const after = contentOf([
      chapter('d'),
      chapter('a'),
      chapter('c', 'What we learned'),
      chapter('e'),
    ])
    const { chapters } = compareStrategies(before, after)
    const told = chapters.map(
      ({ id, state, isMoved }) => `${id} ${state}${isMoved ? ' moved' : ''}`,
    )
    expect(told).toEqual(['d same moved', 'a same', 'b removed', 'c changed', 'e added'])
    expect(chapters[3]?.titleSegments?.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'equal What we ',
      'delete know',
      'insert learned',
    ])
  })

  it('[DF13] tell what else changed about them', () => {
    const one = chapter('one')
    const { chapters } = compareStrategies(
      contentOf([one]),
      contentOf([{ ...one, status: 'frozen' } as Chapter]),
    )
    expect(chapters[0]).toMatchObject({
      state: 'changed',
      fields: [{ key: 'status', before: null, after: 'frozen' }],
    })
  })
})

describe('blocks', () => {
  it('[DF14] belong to the text while they stand in it', () => {
    const placed = withObjective({})
    const orphaned = contentOf([chapter('one', 'One')], [buildObjective({ chapterId: null })])
    expect(compareStrategies(placed, orphaned).blocks).toMatchObject([
      { id: 'objective-1', state: 'removed' },
    ])
    expect(compareStrategies(orphaned, placed).blocks).toMatchObject([
      { id: 'objective-1', state: 'added' },
    ])
    expect(isUnchanged(compareStrategies(orphaned, contentOf([chapter('one', 'One')])))).toBe(true)
  })

  it('[DF15] are compared by words where they have words, by value where not', () => {
    expect(
      fieldsBetween(
        { statement: 'Cut it to 8 %' },
        { statement: 'Cut it to 7 %', targetDate: '2031-03-31' },
      ),
    ).toMatchObject([
      { type: 'words', key: 'statement' },
      { type: 'value', key: 'targetDate', before: '2030-03-31', after: '2031-03-31' },
    ])
  })

  it('[DF16] say which links came and went, and which figures changed', () => {
    const [link] = buildObjective().metricLinks
    expect(
      fieldsBetween(
        {},
        {
          hwbPriorityIds: ['hwbp-2', 'hwbp-3'],
          metricLinks: [
            { ...link!, target: 7 },
            { ...link!, id: 'link-2' },
          ],
        },
      ),
    ).toMatchObject([
      { type: 'set', key: 'hwbPriorityIds', added: ['hwbp-3'], removed: ['hwbp-1'] },
      {
        type: 'records',
        key: 'metricLinks',
        records: [
          { id: 'link-1', state: 'changed', before: { target: 8 }, after: { target: 7 } },
          { id: 'link-2', state: 'added' },
        ],
      },
    ])
  })

  it('[DF17] may have fields nobody has heard of', () => {
    expect(
      fieldsBetween(
        { fields: { risk: 'low', reach: 3, places: ['ashmere'] } },
        {
          fields: {
            risk: 'high',
            reach: 4,
            places: ['ashmere', 'brookvale'],
            story: 'Told by many people',
          },
        },
      ),
    ).toMatchObject([
      { type: 'set', key: 'places', added: ['brookvale'] },
      { type: 'value', key: 'reach', before: 3, after: 4 },
      { type: 'value', key: 'risk', before: 'low', after: 'high' },
      { type: 'words', key: 'story', segments: [{ type: 'insert', text: 'Told by many people' }] },
    ])
  })
})

const anyText = fc.constantFrom(
  '',
  'Housing',
  'Housing comes first.',
  'We will cut smoking by 2030.',
  'We will cut smoking by 2031.',
  'naïve 😀',
)
const anyInline = fc.record({
  text: anyText,
  bold: fc.constantFrom(undefined, true),
  href: fc.constantFrom(undefined, 'https://a.example'),
})
const anyContent = fc.array(anyInline, { maxLength: 3 })
const anyNode = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph', 'quote'), content: anyContent }),
  fc.record({ type: fc.constant('heading'), level: fc.constantFrom(2, 3, 4), content: anyContent }),
  fc.record({
    type: fc.constant('list'),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ content: anyContent, children: fc.constant([]) }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('unknown'),
    nodeName: fc.constantFrom('poem', 'chart'),
    text: anyText,
  }),
  fc.record({
    type: fc.constant('table'),
    rows: fc.array(
      fc.record({
        cells: fc.array(
          fc.record({
            header: fc.boolean(),
            nodes: fc.array(fc.record({ type: fc.constant('paragraph'), content: anyContent }), {
              maxLength: 2,
            }),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.record({ type: fc.constantFrom('block'), blockId: fc.constantFrom('b1', 'b2') }),
) as unknown as fc.Arbitrary<ProseNode>
const anyBlock = fc.record({
  title: anyText,
  level: fc.constantFrom('place', null),
  needIds: fc.subarray(['n1', 'n2']),
})
const anyStrategy = fc
  .tuple(
    fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('one', 'two', 'three'),
        title: anyText,
        nodes: fc.array(anyNode, { maxLength: 5 }),
      }),
      { selector: ({ id }) => id },
    ),
    fc.tuple(anyBlock, anyBlock),
  )
  .map(([chapters, blocks]) =>
    contentOf(
      chapters,
      blocks.map((fields, index) => {
        const id = `b${index + 1}`
        const home = chapters.find(({ nodes }) =>
          nodes.some((node) => node.type === 'block' && node.blockId === id),
        )
        return { ...buildObjective({ id, chapterId: home?.id ?? null }), ...fields }
      }),
    ),
  )

const allLines = ({ chapters }: Comparison) => chapters.flatMap(({ lines }) => lines)
const textsOf = (content: StrategyContent) =>
  content.chapters.flatMap(({ nodes }) => nodes.flatMap(flattenNode)).map(({ text }) => text)
const sideOf = (lines: readonly LineChange[], side: 'before' | 'after') =>
  lines.flatMap((line) => {
    if (line.state === 'same') return [line.line.text]
    if (line.state !== 'changed')
      return line.state === (side === 'before' ? 'deleted' : 'inserted') ? [line.line.text] : []
    const left = side === 'before' ? 'insert' : 'delete'
    return [
      line.segments
        .filter(({ type }) => type !== left)
        .map(({ text }) => text)
        .join(''),
    ]
  })

/** A strategy without what is not part of it. */
function partOf({ chapters, blocks }: StrategyContent): string {
  return canonicaliseJson(
    { chapters, blocks: blocks.filter(({ chapterId }) => chapterId !== null) },
    'content',
  )
}

describe('the whole', () => {
  it('[DF18] a text compared with itself has no change', () => {
    fc.assert(
      fc.property(anyStrategy, (content) => {
        const found = compareStrategies(content, structuredClone(content))
        expect(isUnchanged(found)).toBe(true)
        expect(describeComparison(found).sentence).toBe('Nothing changed.')
      }),
    )
  })

  it('[DF1] every word of both texts is told once', () => {
    fc.assert(
      fc.property(anyStrategy, anyStrategy, (before, after) => {
        const lines = allLines(compareStrategies(before, after))
        expect(sideOf(lines, 'before').sort()).toEqual(textsOf(before).sort())
        expect(sideOf(lines, 'after').sort()).toEqual(textsOf(after).sort())
      }),
      { numRuns: 300 },
    )
  })

  it('[DF19] two texts that differ never compare as equal', () => {
    fc.assert(
      fc.property(anyStrategy, anyStrategy, (before, after) => {
        const found = compareStrategies(before, after)
        expect(isUnchanged(found)).toBe(partOf(before) === partOf(after))
        expect(describeComparison(found).sentence === 'Nothing changed.').toBe(
          partOf(before) === partOf(after),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('[DF19] two lists that became one are told, though no word changed', () => {
    const item = (text: string) => ({ content: [{ text }], children: [] })
    const list = (...items: string[]): ProseNode => ({
      type: 'list',
      ordered: false,
      items: items.map(item),
    })
    const found = compareStrategies(
      contentOf([chapter('one', 'One', [list('a'), list('b')])]),
      contentOf([chapter('one', 'One', [list('a', 'b')])]),
    )
    expect(found.chapters[0]).toMatchObject({ state: 'changed', hasMore: true })
    expect(describeComparison(found).sentence).toBe('Layout changed in 1 chapter.')
  })

  it('[DF20] a summary is one sentence', () => {
    const before = buildContent()
    const [first, second] = before.chapters
    const after = {
      ...before,
      chapters: [
        { ...first!, title: 'Opening', nodes: [paragraph('Quite new.'), ...first!.nodes] },
        { ...second!, nodes: second!.nodes.slice(1) },
        chapter('annex'),
      ],
      blocks: before.blocks.slice(1).map((block) => ({ ...block, title: 'Fewer people vape' })),
    }
    const { sentence, chapters } = describeComparison(compareStrategies(before, after))
    expect(sentence).toBe(
      '1 paragraph changed in 1 chapter, 1 chapter added, 1 chapter renamed, 1 objective changed, 1 vision removed.',
    )
    expect(chapters.map(({ id }) => id)).toEqual(['foreword', 'priorities', 'annex'])
  })

  it('[DF20] what stayed is folded away around what changed', () => {
    const nodes = Array.from({ length: 9 }, (_, n) =>
      paragraph(`Paragraph number ${n} stands here`),
    )
    const edited = nodes.with(4, paragraph('Paragraph number 4 stands there'))
    const found = compareStrategies(
      contentOf([chapter('one', 'One', nodes)]),
      contentOf([chapter('one', 'One', edited)]),
    )
    expect(
      foldComparison(found, 1).chapters[0]?.lines.map((line) =>
        line.state === 'folded' ? line.lines : line.state,
      ),
    ).toEqual([3, 'same', 'changed', 'same', 3])
  })

  it('[DF21] 200 pages are compared, also with nothing in common', () => {
    const before = buildLongStrategy(TWO_HUNDRED_PAGES, 1)
    const edited = compareStrategies(before, editStrategy(before, 120, 2))
    expect(edited.chapters.reduce((sum, { paragraphs }) => sum + paragraphs, 0)).toBeGreaterThan(80)
    const began = performance.now()
    compareStrategies(before, buildLongStrategy(TWO_HUNDRED_PAGES, 3))
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
