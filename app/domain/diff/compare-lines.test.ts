import { describe, expect, it } from 'vitest'
import type { Inline, ProseNode } from '../strategy/strategy'
import { compareStrategies } from './compare-strategies'
import type { Comparison, LineChange } from './comparison'
import { flattenNode } from './flatten-node'

const paragraph = (text: string): ProseNode => ({ type: 'paragraph', content: [{ text }] })

function compare(before: readonly ProseNode[], after: readonly ProseNode[]): Comparison {
  const contentOf = (nodes: readonly ProseNode[]) => ({
    schemaVersion: 1,
    chapters: [{ id: 'one', title: 'One', nodes }],
    blocks: [],
  })
  return compareStrategies(contentOf(before), contentOf(after))
}

const linesOf = (comparison: Comparison): readonly LineChange[] =>
  comparison.chapters[0]?.lines ?? []
const statesOf = (comparison: Comparison) => linesOf(comparison).map(({ state }) => state)

/** A node of a kind that does not exist yet. */
function invent(node: object): ProseNode {
  return node as unknown as ProseNode
}

describe('lines', () => {
  it('[DF6] with most of their words in common are one line that changed', () => {
    const found = compare(
      [paragraph('We will cut smoking in every place by 2030.')],
      [paragraph('We will cut smoking in every town by 2031.')],
    )
    expect(statesOf(found)).toEqual(['changed'])
  })

  it('[DF6] with less in common are two', () => {
    const found = compare(
      [paragraph('We will cut smoking.')],
      [paragraph('Housing is what people asked for.')],
    )
    expect(statesOf(found)).toEqual(['deleted', 'inserted'])
  })

  it('[DF6] keep their order, also where one was put between', () => {
    const [a, b, c] = [
      'First words of all here',
      'Second words of them here',
      'Third words of these here',
    ].map(paragraph)
    const found = compare(
      [a!, b!, c!],
      [a!, paragraph('Something quite different'), paragraph('Second words of them there'), c!],
    )
    expect(statesOf(found)).toEqual(['same', 'inserted', 'changed', 'same'])
  })

  it('[DF7] that stand elsewhere with the same words were moved', () => {
    const rows = ['One stands first', 'Two is another', 'Three ends it'].map(paragraph)
    const found = compare(rows, [rows[1]!, rows[2]!, rows[0]!])
    expect(linesOf(found)).toMatchObject([
      { state: 'deleted', movedTo: 'one' },
      { state: 'same' },
      { state: 'same' },
      { state: 'inserted', movedFrom: 'one' },
    ])
    expect(found.chapters[0]?.paragraphs).toBe(1)
  })

  it('[DF7] say from which chapter they came', () => {
    const text = 'A paragraph that goes to another chapter'
    const contentOf = (first: ProseNode[], second: ProseNode[]) => ({
      schemaVersion: 1,
      chapters: [
        { id: 'one', title: 'One', nodes: first },
        { id: 'two', title: 'Two', nodes: second },
      ],
      blocks: [],
    })
    const found = compareStrategies(
      contentOf([paragraph(text)], []),
      contentOf([], [paragraph(text)]),
    )
    expect(found.chapters[0]?.lines).toMatchObject([{ state: 'deleted', movedTo: 'two' }])
    expect(found.chapters[1]?.lines).toMatchObject([{ state: 'inserted', movedFrom: 'one' }])
    expect(found.chapters.map(({ paragraphs }) => paragraphs)).toEqual([0, 1])
  })

  it('[DF8] that became something else changed, with all their words', () => {
    const content: Inline[] = [{ text: 'What people told us' }]
    expect(
      linesOf(compare([{ type: 'paragraph', content }], [{ type: 'heading', level: 3, content }])),
    ).toMatchObject([
      { state: 'changed', before: { kind: 'paragraph' }, after: { kind: 'heading', level: 3 } },
    ])
    const item = { content, children: [] }
    const list = (checked: boolean) =>
      invent({ type: 'list', kind: 'check', ordered: false, items: [{ ...item, checked }] })
    expect(statesOf(compare([list(false)], [list(true)]))).toEqual(['changed'])
  })

  it('[DF9] are each item of a list and each row of a table', () => {
    const cell = (text: string) => ({ header: false, nodes: [paragraph(text)] })
    const table = invent({
      type: 'table',
      rows: [{ cells: [cell('Place'), cell('Rate')] }, { cells: [cell('Ashmere'), cell('8 %')] }],
    })
    expect(flattenNode(table)).toMatchObject([
      { kind: 'table-row', text: 'Place | Rate' },
      { kind: 'table-row', text: 'Ashmere | 8 %' },
    ])
    const inner = {
      type: 'list' as const,
      ordered: true,
      items: [{ content: [{ text: 'Inner' }], children: [] }],
    }
    const list: ProseNode = {
      type: 'list',
      ordered: false,
      items: [{ content: [{ text: 'Outer' }], children: [inner] }],
    }
    expect(flattenNode(list)).toMatchObject([
      { kind: 'list-item', level: 1, text: 'Outer' },
      { kind: 'list-item', level: 2, text: 'Inner' },
    ])
  })

  it('[DF10] nobody knows yet are compared by their words and by all else', () => {
    const node = (text: string, colour: string) =>
      invent({
        type: 'poem',
        colour,
        verses: [{ content: [{ text }] }, { content: [{ text: 'again' }] }],
      })
    expect(flattenNode(node('Roses', 'red'))).toMatchObject([
      { kind: 'poem', text: 'Roses\nagain' },
    ])
    expect(
      statesOf(compare([node('Roses are red', 'red')], [node('Roses are blue', 'red')])),
    ).toEqual(['changed'])
    expect(statesOf(compare([node('Roses', 'red')], [node('Roses', 'blue')]))).toEqual(['changed'])
    expect(statesOf(compare([node('Roses', 'red')], [node('Roses', 'red')]))).toEqual(['same'])
  })

  it('[DF10] tell a picture, a footnote and a citation that changed', () => {
    const picture = (fileId: string, alt: string) =>
      invent({ type: 'image', fileId, alt, caption: '' })
    expect(statesOf(compare([picture('f1', 'A clinic')], [picture('f2', 'A clinic')]))).toEqual([
      'changed',
    ])
    expect(
      linesOf(compare([picture('f1', 'A clinic')], [picture('f1', 'A busy clinic')])),
    ).toMatchObject([
      { segments: [{ text: 'A ' }, { type: 'insert', text: 'busy ' }, { text: 'clinic' }] },
    ])
    const cited = (sourceId: string) =>
      invent({
        type: 'paragraph',
        content: [
          { text: 'As shown ' },
          { text: '', atom: { kind: 'citation', sourceId, locator: 'p. 4' } },
        ],
      })
    expect(linesOf(compare([cited('s1')], [cited('s2')]))).toMatchObject([
      {
        state: 'changed',
        segments: [{ text: 'As shown ' }, { type: 'restyle', text: '[citation: p. 4]' }],
      },
    ])
    const noted = (text: string) =>
      invent({
        type: 'paragraph',
        content: [
          { text: 'Said', bold: true },
          { text: '', atom: { kind: 'footnote', id: 'n1', text } },
        ],
      })
    const words = linesOf(compare([noted('in May')], [noted('in June')])).flatMap((line) =>
      line.state === 'changed' ? line.segments : [],
    )
    expect(words.filter(({ type }) => type !== 'equal')).toMatchObject([
      { type: 'delete', text: 'May' },
      { type: 'insert', text: 'June' },
    ])
  })

  it('[DF11] without words are not counted', () => {
    const found = compare(
      [paragraph('Words')],
      [paragraph('Words'), { type: 'paragraph', content: [] }],
    )
    expect(found.chapters[0]).toMatchObject({ state: 'changed', paragraphs: 0 })
  })
})
