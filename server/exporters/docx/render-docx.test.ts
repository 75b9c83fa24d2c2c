import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildHostileCopy } from '../../../test/build/hostile-copy'
import { buildEditionMetric, buildObjective } from '../../../test/build/edition'
import {
  buildChapter,
  buildDraftCopy,
  buildEditionCopy,
  heading,
  paragraph,
} from '../../../test/build/strategy-copy'
import { HOSTILE_ADDRESSES, HOSTILE_STRINGS } from '../../../test/data/hostile/strings'
import type { StrategyCopy } from '../strategy-copy'
import { buildStrategyView } from '../strategy-view'
import { renderDocx } from './render-docx'

async function unpack(copy: StrategyCopy): Promise<Map<string, string>> {
  const parts = unzipSync(await renderDocx(buildStrategyView(copy)))
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** Parses a part as strictly as XML asks; answers its text and its element names. */
function readXml(xml: string): { text: string; elements: string[] } {
  const parser = new SaxesParser({ xmlns: true })
  const elements: string[] = []
  let text = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (part) => (text += part))
  parser.on('opentag', (tag) => elements.push(tag.name))
  parser.write(xml).close()
  return { text, elements }
}

function count(elements: readonly string[], name: string): number {
  return elements.filter((element) => element === name).length
}

const objectiveOnly = {
  schemaVersion: 1,
  chapters: [
    buildChapter([
      heading(2, 'Main'),
      { type: 'block', blockId: 'objective-1-1' },
      heading(4, 'Deeper'),
      { type: 'list', ordered: true, items: [{ content: [{ text: 'First' }], children: [] }] },
      {
        type: 'list',
        ordered: true,
        items: [{ content: [{ text: 'Again first' }], children: [] }],
      },
      paragraph({ text: 'Go', href: 'https://example.org/?a=1&b=2' }),
    ]),
  ],
  blocks: [buildObjective()],
}

let known: ReadonlySet<string>

beforeAll(async () => {
  const harmless = await unpack(buildHostileCopy('text'))
  known = new Set(readXml(harmless.get('word/document.xml') ?? '').elements)
})

describe('a strategy as a Word document', () => {
  it.each(HOSTILE_STRINGS)('[EX20] keeps %j as text in well-formed parts', async (hostile) => {
    const parts = await unpack(buildHostileCopy(hostile))
    for (const xml of parts.values()) readXml(xml)
    const { text, elements } = readXml(parts.get('word/document.xml') ?? '')
    expect(elements.filter((name) => !known.has(name) && name !== 'w:br')).toEqual([])
    for (const line of hostile.replaceAll('\t', ' ').split('\n'))
      expect(text).toContain(line.trim())
  })

  it.each(HOSTILE_ADDRESSES)('[EX17] has no relationship to %j', async (address) => {
    const parts = await unpack(buildHostileCopy('text', address))
    const rels = [...parts].filter(([name]) => name.endsWith('.rels')).map(([, xml]) => xml)
    expect(rels.length).toBeGreaterThan(1)
    expect(rels.join('')).not.toContain('TargetMode="External"')
  })

  it('[EX22] has Word’s own headings, lists, header rows and links', async () => {
    const parts = await unpack(
      buildDraftCopy({ content: objectiveOnly, metrics: [buildEditionMetric()] }),
    )
    const document = parts.get('word/document.xml') ?? ''
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3'])
      expect(document).toContain(`w:pStyle w:val="${style}"`)
    expect(parts.get('word/styles.xml')).toContain('w:styleId="Heading4"')
    const { elements } = readXml(document)
    expect(count(elements, 'w:tblHeader')).toBe(count(elements, 'w:tbl'))
    const lists = new Set([...document.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id))
    expect(lists.size).toBe(2)
    expect(parts.get('word/_rels/document.xml.rels')).toContain(
      'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"',
    )
  })

  it('[EX22] names its language, its title and a contents field', async () => {
    const parts = await unpack(buildEditionCopy())
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Better lives</dc:title>')
    expect(parts.get('word/document.xml')).toContain('TOC \\h \\o')
    expect(parts.get('word/settings.xml')).toContain('<w:updateFields')
  })

  it('[EX1] carries the mark on every page of a draft, the first one too', async () => {
    const parts = await unpack(buildDraftCopy())
    const headers = [...parts]
      .filter(([name]) => name.startsWith('word/header'))
      .map(([, xml]) => xml)
    expect(headers).toHaveLength(2)
    for (const header of headers) expect(header).toContain('DRAFT — not agreed')
  })

  it('[EX4] ends with the hash of an edition', async () => {
    const copy = buildEditionCopy()
    const { text } = readXml((await unpack(copy)).get('word/document.xml') ?? '')
    expect(text).toContain(copy.standing.state === 'edition' ? copy.standing.hash : 'no hash')
  })

  it('[EX27] is the same bytes twice, whatever was made between', async () => {
    const copy = buildEditionCopy({ content: objectiveOnly })
    const first = await renderDocx(buildStrategyView(copy))
    await unpack(buildHostileCopy('text'))
    expect(Buffer.from(await renderDocx(buildStrategyView(copy))).equals(Buffer.from(first))).toBe(
      true,
    )
  })
})
