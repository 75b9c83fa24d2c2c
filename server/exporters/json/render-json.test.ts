import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  buildDraftCopy,
  buildEditionCopy,
  buildProseCopy,
  heading,
  paragraph,
} from '../../../test/build/strategy-copy'
import { renderJson } from './render-json'
import { strategyJson } from './strategy-json'

describe('a strategy as JSON', () => {
  it('[EX25] fits its schema, draft and edition', () => {
    for (const copy of [
      buildDraftCopy(),
      buildEditionCopy(),
      buildProseCopy([heading(2, 'A'), paragraph('b')]),
    ]) {
      const parsed = strategyJson.parse(JSON.parse(renderJson(copy)))
      expect(parsed.draft === null).toBe(parsed.edition !== null)
    }
  })

  it('[EX25] holds the text whose hash it gives', () => {
    const { edition } = strategyJson.parse(JSON.parse(renderJson(buildEditionCopy())))
    if (!edition) throw new Error('no edition')
    expect(createHash('sha256').update(edition.canonical, 'utf8').digest('hex')).toBe(edition.hash)
  })

  it('[EX25] numbers blocks and lists every link', () => {
    const { blocks, links } = strategyJson.parse(JSON.parse(renderJson(buildDraftCopy())))
    expect(blocks.map(({ label }) => label)).toEqual(['Vision', 'Priority 1', 'Objective 1.1'])
    expect(links).toEqual([
      { from: 'objective-1-1', kind: 'refines', to: 'priority-1' },
      { from: 'objective-1-1', kind: 'implements', to: 'hwbp-ashmere-1' },
      { from: 'objective-1-1', kind: 'addresses', to: 'need-1' },
      { from: 'objective-1-1', kind: 'measured_by', to: 'metric-1' },
    ])
  })

  it('[EX25] keeps a nested list and newer content', () => {
    const inner = {
      type: 'list' as const,
      ordered: false,
      items: [{ content: [{ text: 'b' }], children: [] }],
    }
    const copy = buildProseCopy([
      { type: 'list', ordered: true, items: [{ content: [{ text: 'a' }], children: [inner] }] },
      { type: 'unknown', nodeName: 'poll', text: 'x' },
    ])
    const { chapters } = strategyJson.parse(JSON.parse(renderJson(copy)))
    expect(chapters[0]?.nodes).toEqual(copy.edition.content.chapters[0]?.nodes)
  })
})
