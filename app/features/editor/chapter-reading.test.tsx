import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../document/create'
import { readStrategy } from '../../document/read'
import { chapterBodyOf } from '../../document/shape'
import { buildProse } from '../../../test/build/build-prose'
import { buildClient } from '../../../test/convergence/build-client'
import { ChapterReading } from './chapter-reading'

describe('F16 and S26 a part this version does not know', () => {
  it('[CO91] is told in its place, with its words, and the rest stays as it is', () => {
    const doc = openWithUnknown()
    const client = buildClient(doc)
    const before = Y.encodeStateAsUpdate(doc)
    expect(client.connection).toBeNull()
    expect(client.troubles).toEqual([{ type: 'unsupported', what: 'call-out' }])
    expect(render(doc)).toBe(
      '<div class="prose"><p>Before</p>' +
        '<p class="prose-unknown">This part needs a newer version of Northing. Reload the page.</p>' +
        '<p>Its words</p><p>After</p></div>',
    )
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[CO91] is told when it arrives while somebody writes, and nothing is written over it', () => {
    const doc = open()
    const client = buildClient(doc)
    const newer = new Y.Doc()
    Y.applyUpdate(newer, Y.encodeStateAsUpdate(doc))
    addUnknown(newer)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(newer), 'remote')
    expect(client.troubles).toEqual([{ type: 'unsupported', what: 'call-out' }])
    expect(client.connection?.isWriting()).toBe(false)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(newer))
    expect(render(doc)).toContain('This part needs a newer version of Northing.')
  })
})

describe('a chapter to read', () => {
  const html = renderToStaticMarkup(
    <ChapterReading nodes={buildProse()} renderBlock={() => null} facts={FACTS} />,
  )

  it('shows a table with its headings in a frame that can be reached', () => {
    expect(html).toContain('<div class="prose-table" role="group" aria-label="Table" tabindex="0">')
    expect(html).toContain('<thead><tr><th scope="col"><p>Place</p></th>')
    expect(html).toContain('<td rowspan="2"><p>Ashmere</p></td>')
    expect(html).toContain('<th colSpan="2" scope="row"><h3>Together</h3>')
  })

  it('says in words what a call-out is and what is done', () => {
    expect(html).toMatch(/<div class="prose-callout" role="note" aria-label="Important"[^>]*>Read/)
    expect(html).toContain('Done: </span>Ask people')
    expect(html).toContain('Not done: </span>Answer them')
  })

  it('shows a picture with its words', () => {
    expect(html).toContain('<img src="/files/file-1" alt="A bus stop in the rain" loading="lazy"/>')
    expect(html).toContain('<figcaption>The last bus</figcaption>')
  })

  it('leads from each footnote and citation to its words and back', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(targets.length).toBe(8)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
    expect(html).toContain('aria-label="Footnote 1: Three-year averages."')
    expect(html).toContain('>[4, page 12]</a>')
    expect(html).toContain('value="4"><a href="https://example.org/x">Marmot (2010).</a>')
  })

  it('counts for itself where nothing is known of other chapters', () => {
    const alone = renderToStaticMarkup(
      <ChapterReading nodes={buildProse()} renderBlock={() => null} />,
    )
    expect(alone).toContain('Footnote 2: And that.')
    expect(alone).toContain('No longer in the library')
    expect(alone).toContain('Metric that is no longer there')
  })
})

const FACTS = {
  notes: new Map([
    ['note-1', { number: 1, text: 'Three-year averages.' }],
    ['note-2', { number: 2, text: 'And that.' }],
    ['note-3', { number: 3, text: 'By hand.' }],
  ]),
  sources: new Map([
    ['source-1', { number: 4, title: 'Marmot (2010).', href: 'https://example.org/x' }],
  ]),
  metrics: new Map([['metric-1', 'Adults who smoke: 12.4% (2025/26)']]),
}

function open(): Y.Doc {
  const nodes = ['Before', 'After'].map((text) => ({
    type: 'paragraph' as const,
    content: [{ text }],
  }))
  const chapter = { id: 'chapter', title: 'Chapter', nodes }
  return createDocument({ schemaVersion: 1, chapters: [chapter], blocks: [] })
}

function openWithUnknown(): Y.Doc {
  const doc = open()
  addUnknown(doc)
  return doc
}

function addUnknown(doc: Y.Doc): void {
  doc.transact(() => {
    const node = new Y.XmlElement('call-out')
    chapterBodyOf(doc, 'chapter')?.insert(1, [node])
    node.insert(0, [new Y.XmlText('Its words')])
  })
}

function render(doc: Y.Doc): string {
  const nodes = readStrategy(doc).chapters[0]?.nodes ?? []
  return renderToStaticMarkup(<ChapterReading nodes={nodes} renderBlock={() => null} />)
}
