import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterAll, describe, expect, it } from 'vitest'
import { buildCell, buildProse } from '../../test/build/build-prose'
import { FILE, SOURCE, buildRichCopy } from '../../test/build/prose-copy'
import { buildDraftCopy } from '../../test/build/strategy-copy'
import { IMAGES } from '../../test/build/images'
import { HOSTILE_STRINGS } from '../../test/data/hostile/strings'
import type { ProseNode, TableNode } from '../../app/domain/strategy/strategy'
import { createExporters } from './exporters'
import type { ExportFormatName } from './formats'
import type { StrategyCopy } from './strategy-copy'
import { buildStrategyView } from './strategy-view'
import { spreadGrid } from './view-grid'

const exporters = createExporters()
afterAll(() => exporters.close())

async function bytesOf(format: ExportFormatName, copy: StrategyCopy): Promise<Uint8Array> {
  const outcome = await exporters.render(format, copy)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

async function textOf(format: ExportFormatName, copy = buildRichCopy()): Promise<string> {
  return new TextDecoder().decode(await bytesOf(format, copy))
}

async function unpack(copy = buildRichCopy()): Promise<Map<string, Uint8Array>> {
  return new Map(Object.entries(unzipSync(await bytesOf('docx', copy))))
}

async function readPart(name: string, copy = buildRichCopy()): Promise<string> {
  return strFromU8((await unpack(copy)).get(name) ?? new Uint8Array())
}

describe('a table', () => {
  it('[EX29] is a table with header cells and merged cells on the page', async () => {
    const html = await textOf('html')
    expect(html).toContain('<thead><tr><th scope="col"><p>Place</p></th>')
    expect(html).toContain('<td rowspan="2"><p>Ashmere</p></td><td><p>312,000</p></td>')
    expect(html).toContain('<th scope="row" colspan="2"><p><strong>Together</strong></p>')
  })

  it('[EX29] is Word’s own, with a header row that repeats', async () => {
    const xml = await readPart('word/document.xml')
    const [, table = ''] = /<w:tbl>((?:(?!<\/w:tbl>).)*Place.*?)<\/w:tbl>/s.exec(xml) ?? []
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(table).toContain('<w:vMerge w:val="restart"/>')
    expect(table).toContain('<w:gridSpan w:val="2"/>')
    expect(table.match(/<w:tr>/g)).toHaveLength(4)
  })

  it('[EX29] is a pipe table in Markdown, each cell one line', async () => {
    expect(await textOf('md')).toContain(
      [
        '| Place | People |',
        '| --- | --- |',
        '| Ashmere | 312,000 |',
        '|  | of whom 13,000 are old |',
        '| **Together**; All; **Note:** Rounded; Counted[^3] |  |',
      ].join('\n'),
    )
  })

  it.each<[string, TableNode['rows'], number]>([
    [
      'rows of unequal length',
      [{ cells: [buildCell('a')] }, { cells: [buildCell('b'), buildCell('c')] }],
      2,
    ],
    ['a cell that reaches too far down', [{ cells: [{ ...buildCell('a'), rowSpan: 90 }] }], 1],
    ['a cell that reaches too far right', [{ cells: [{ ...buildCell('a'), colSpan: 100 }] }], 60],
    [
      'cells in each other’s way',
      [
        { cells: [buildCell('a'), { ...buildCell('b'), rowSpan: 2 }] },
        { cells: [{ ...buildCell('c'), colSpan: 3 }, buildCell('d')] },
      ],
      3,
    ],
    [
      'a header that reaches into the rest',
      [
        { cells: [{ ...buildCell('a', true), rowSpan: 2 }, buildCell('b', true)] },
        { cells: [buildCell('c')] },
      ],
      2,
    ],
  ])('[EX29] with %s fits every format', async (_, rows, columns) => {
    const copy = buildRichCopy([{ type: 'table', rows }])
    const [part] = buildStrategyView(copy).chapters[0]?.parts ?? []
    if (part?.type !== 'grid') throw new Error('no table')
    expect(part.columns).toBe(columns)
    for (const line of spreadGrid(part)) expect(line).toHaveLength(columns)
    for (const format of ['html', 'docx', 'md', 'json', 'pdf'] as const)
      expect((await bytesOf(format, copy)).byteLength).toBeGreaterThan(100)
  })
})

describe('what stands in a line', () => {
  it('[EX30] footnotes lead to their words and back on the page', async () => {
    const html = await textOf('html')
    for (const number of [1, 2, 3]) {
      expect(html).toContain(`<a id="note-${number}-at" href="#note-${number}"`)
      expect(html).toContain(`<li id="note-${number}" value="${number}">`)
    }
    expect(html).toContain('Three-year averages. <a href="#note-1-at"')
  })

  it('[EX30] footnotes are Word’s own, a second call is a number', async () => {
    const again: ProseNode = {
      type: 'paragraph',
      content: [
        { text: '', atom: { kind: 'footnote', id: 'note-1', text: 'Three-year averages.' } },
      ],
    }
    const copy = buildRichCopy([...buildProse(), again])
    const xml = await readPart('word/document.xml', copy)
    const called = [...xml.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)
    expect(called).toEqual(['1', '2', '3'])
    expect(xml).toMatch(/<w:vertAlign w:val="superscript"\/><\/w:rPr><w:t[^>]*>1</)
    const notes = await readPart('word/footnotes.xml', copy)
    for (const words of ['Three-year averages.', 'And that.', 'By hand.'])
      expect(notes).toContain(words)
  })

  it('[EX30] footnotes are GitHub’s in Markdown', async () => {
    const markdown = await textOf('md')
    expect(markdown).toContain('Lives are shorter[^1] here')
    expect(markdown).toContain(
      '\n\n[^1]: Three-year averages.\n\n[^2]: And that.\n\n[^3]: By hand.\n',
    )
  })

  it('[EX31] citations lead to a numbered list of sources', async () => {
    const html = await textOf('html')
    expect(html).toContain('<a href="#source-1">[1, page 12]</a>')
    expect(html).toContain(
      '<li id="source-1" value="1">Marmot, M. (2010). Fair Society, Healthy Lives. UCL. Looked at on 14 September 2026. <a href="https://example.org/marmot"',
    )
    const markdown = await textOf('md')
    expect(markdown).toContain('## Sources\n\n1. Marmot, M. (2010)')
    expect(markdown).toContain('<https://example.org/marmot>')
    const xml = await readPart('word/document.xml')
    expect(xml).toContain('w:anchor="source_1"')
    expect(xml).toContain('w:name="source_1"')
  })

  it('[EX31] a source that is gone keeps its number, one with a hostile address its words', async () => {
    const gone = await textOf('html', buildRichCopy(undefined, { sources: [] }))
    expect(gone).toContain('value="1">This source is no longer in the library.</li>')
    const sources = [{ ...SOURCE, url: 'javascript:alert(1)' }]
    const hostile = await textOf('html', buildRichCopy(undefined, { sources }))
    expect(hostile).not.toContain('javascript:')
    expect(hostile).toContain('Fair Society')
  })

  it('[EX33] a metric says its latest value, a call-out its tone, a list what is done', async () => {
    const markdown = await textOf('md')
    expect(markdown).toContain('Adults who smoke: no value yet')
    expect(markdown).toContain('> **Important:** Read **this**[^2]')
    expect(markdown).toContain('- [x] Ask people\n- [ ] Answer them\n  - [ ] In writing')
    const html = await textOf('html')
    expect(html).toContain('<strong class="done">Done:</strong> Ask people')
    expect(html).toContain('<strong class="label">Important</strong> Read')
    const xml = await readPart('word/document.xml')
    for (const words of ['Important: ', 'Done: ', 'Not done: ']) expect(xml).toContain(words)
  })
})

describe('a picture', () => {
  it('[EX32] is in the page itself, which still fetches nothing', async () => {
    const html = await textOf('html')
    const data = Buffer.from(IMAGES['image/png']).toString('base64')
    expect(html).toContain(
      `<img src="data:image/png;base64,${data}" alt="A bus stop in the rain" width="2" height="3">`,
    )
    expect(html).toContain(`default-src 'none'; img-src data:; style-src`)
  })

  it('[EX32] is in the Word file, byte for byte, with its description', async () => {
    const parts = await unpack()
    const media = [...parts].filter(([name]) => name.startsWith('word/media/'))
    expect(media).toHaveLength(1)
    expect(Buffer.from(media[0]?.[1] ?? []).equals(IMAGES['image/png'])).toBe(true)
    expect(await readPart('word/document.xml')).toContain('descr="A bus stop in the rain"')
  })

  it('[EX32] is its description in Markdown, and where its file is gone', async () => {
    expect(await textOf('md')).toContain('**Picture:** A bus stop in the rain\\\nThe last bus')
    const { files: _gone, ...copy } = buildRichCopy()
    expect(await textOf('html', copy)).toContain('[Picture: A bus stop in the rain]')
    expect(await readPart('word/document.xml', copy)).toContain('[Picture: A bus stop in the rain]')
    expect((await bytesOf('pdf', copy)).byteLength).toBeGreaterThan(1_000)
  })

  it('[EX32] of a kind Word does not show is its description there', async () => {
    const files = [{ ...FILE, mediaType: 'image/webp' as const }]
    const xml = await readPart('word/document.xml', buildRichCopy(undefined, { files }))
    expect(xml).toContain('[Picture: A bus stop in the rain]')
  })
})

describe('every format', () => {
  it('[EX34] JSON has it as data', async () => {
    const json = JSON.parse(await textOf('json')) as Record<string, unknown>
    expect(json).toMatchObject({
      sources: [SOURCE],
      files: [FILE],
      chapters: [{ nodes: buildProse() }],
    })
  })

  it('[EX22] Word’s parts are well-formed', async () => {
    for (const [name, bytes] of await unpack()) {
      if (!/\.(xml|rels)$/.test(name)) continue
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => {
        throw error
      })
      expect(() => parser.write(strFromU8(bytes)).close()).not.toThrow()
    }
  })

  it('[EX27] gives the same bytes twice', async () => {
    for (const format of ['html', 'docx', 'md', 'json', 'pdf'] as const) {
      const first = await bytesOf(format, buildRichCopy())
      const second = await bytesOf(format, buildRichCopy())
      expect([format, Buffer.from(second).equals(first)]).toEqual([format, true])
    }
  })

  it('[EX36] is untouched where there is none of it', async () => {
    const html = await textOf('html', buildDraftCopy())
    for (const added of ['img-src', '.callout', '.grid', 'Sources', 'class="notes"'])
      expect(html).not.toContain(added)
    const json = JSON.parse(await textOf('json', buildDraftCopy())) as object
    expect(Object.keys(json)).not.toContain('sources')
    expect(Object.keys(json)).not.toContain('files')
  })

  it.each(HOSTILE_STRINGS)('[EX35] shows %j as it was typed', async (hostile) => {
    const copy = buildHostileRich(hostile)
    const html = await textOf('html', copy)
    expect(html.match(/<(?:script|img|svg|iframe|object|style|base|form)\b/gi)).toEqual([
      '<style',
      '<img',
    ])
    // What stands in an attribute is text as well.
    expect(html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]+ on\w+=/i)
    const markdown = await textOf('md', copy)
    const lines = markdown.split('\n').filter((line) => line.startsWith('| '))
    expect(lines).toHaveLength(3)
    for (const name of ['word/document.xml', 'word/footnotes.xml']) {
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (error) => {
        throw error
      })
      const xml = await readPart(name, copy)
      expect(() => parser.write(xml).close()).not.toThrow()
    }
  })
})

function buildHostileRich(text: string): StrategyCopy {
  const nodes: ProseNode[] = [
    {
      type: 'paragraph',
      content: [
        { text: 'x' },
        { text: '', atom: { kind: 'footnote', id: 'n', text } },
        { text: '', atom: { kind: 'citation', sourceId: 'source-1', locator: text } },
        { text: '', atom: { kind: 'metric', metricId: 'metric-1' } },
      ],
    },
    { type: 'callout', tone: 'note', content: [{ text }] },
    { type: 'table', rows: [{ cells: [buildCell(text, true)] }, { cells: [buildCell(text)] }] },
    { type: 'image', fileId: 'file-1', alt: text, caption: text },
    {
      type: 'list',
      ordered: false,
      kind: 'check',
      items: [{ content: [{ text }], children: [], checked: true }],
    },
  ]
  return buildRichCopy(nodes, {
    sources: [{ ...SOURCE, title: text, authors: text, publisher: text, url: text }],
  })
}
