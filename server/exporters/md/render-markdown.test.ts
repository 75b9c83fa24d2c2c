import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { buildHostileCopy } from '../../../test/build/hostile-copy'
import {
  buildEditionCopy,
  buildProseCopy,
  heading,
  paragraph,
} from '../../../test/build/strategy-copy'
import { HOSTILE_ADDRESSES, HOSTILE_STRINGS } from '../../../test/data/hostile/strings'
import type { StrategyCopy } from '../strategy-copy'
import { buildStrategyView } from '../strategy-view'
import { renderMarkdown } from './render-markdown'

interface MarkdownNode {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly MarkdownNode[]
}

function render(copy: StrategyCopy): string {
  return renderMarkdown(buildStrategyView(copy))
}

function nodesOf(markdown: string): MarkdownNode[] {
  const walk = (node: MarkdownNode): MarkdownNode[] => [
    node,
    ...(node.children ?? []).flatMap(walk),
  ]
  return walk(fromMarkdown(markdown))
}

function shapeOf(markdown: string): string[] {
  return nodesOf(markdown)
    .map(({ type }) => type)
    .filter((type) => !['text', 'break', 'paragraph'].includes(type))
}

describe('a strategy as Markdown', () => {
  it.each(HOSTILE_STRINGS)('[EX20] shows %j as it was typed', (hostile) => {
    const markdown = render(buildHostileCopy(hostile))
    expect(
      nodesOf(markdown).filter(({ type }) =>
        ['html', 'image', 'definition', 'code'].includes(type),
      ),
    ).toEqual([])
    expect(shapeOf(markdown)).toEqual(shapeOf(render(buildHostileCopy('text'))))
    const text = nodesOf(markdown).map(({ value }) => value ?? '')
    const [line = ''] = hostile.replaceAll('\t', ' ').split('\n')
    expect(text.join('\n')).toContain(line)
  })

  it.each(HOSTILE_ADDRESSES)('[EX17] makes no link to %j', (address) => {
    expect(
      nodesOf(render(buildHostileCopy('text', address))).filter(({ type }) => type === 'link'),
    ).toEqual([])
  })

  it('[EX26] keeps headings, lists, links and tables', () => {
    const markdown = render(
      buildProseCopy([
        heading(2, 'Why'),
        paragraph(
          'Read ',
          { text: 'the report', href: 'https://example.org/a)b' },
          ' and ',
          { text: 'act ', bold: true },
          'now',
        ),
        {
          type: 'list',
          ordered: true,
          items: [
            {
              content: [{ text: 'One' }],
              children: [
                {
                  type: 'list',
                  ordered: false,
                  items: [{ content: [{ text: 'Two' }], children: [] }],
                },
              ],
            },
          ],
        },
      ]),
    )
    expect(markdown).toContain('### 1.1 Why')
    expect(markdown).toContain('Read [the report](<https://example.org/a)b>) and **act** now')
    expect(markdown).toContain('1. One\n   - Two')
    const table = render(buildHostileCopy('a | b'))
    expect(table).toMatch(
      /^\| Metric \| Baseline \| Latest value \| Target \| What is missing \|\n\| --- \|/m,
    )
    expect(table).toContain('a \\| b')
  })

  it('[EX4] ends with the hash of an edition', () => {
    const copy = buildEditionCopy()
    expect(render(copy)).toContain(
      copy.standing.state === 'edition' ? copy.standing.hash : 'no hash',
    )
  })
})
