import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildContent, buildObjective } from '../../test/build/build-content'
import { createDocument } from './create'
import { insertBlockRef } from './edit'
import { readBlock, readStrategy } from './read'
import { blockOf, blocksOf, chapterBodyOf, chapterOf, chaptersOf } from './shape'

function openWithBody(...nodes: (Y.XmlElement | Y.XmlText)[]): Y.Doc {
  const doc = createDocument(buildContent({ chapters: [{ id: 'a', title: 'A', nodes: [] }] }))
  chapterBodyOf(doc, 'a')?.insert(0, nodes)
  return doc
}

function element(
  name: string,
  attributes: Record<string, string> = {},
  children: (Y.XmlElement | Y.XmlText)[] = [],
): Y.XmlElement {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.insert(0, children)
  return made
}

const readNodes = (doc: Y.Doc) => readStrategy(doc).chapters[0]?.nodes

describe('readStrategy', () => {
  it('[DO5] orders chapters by rank, equal ranks by id', () => {
    const doc = createDocument(
      buildContent({
        blocks: [],
        chapters: ['c', 'a', 'b'].map((id) => ({ id, title: id, nodes: [] })),
      }),
    )
    chapterOf(doc, 'b')?.set('rank', chapterOf(doc, 'c')?.get('rank'))
    expect(readStrategy(doc).chapters.map((chapter) => chapter.id)).toEqual(['b', 'c', 'a'])
  })

  it('[DO6] takes the first of two references', () => {
    const doc = createDocument(buildContent())
    insertBlockRef(doc, { chapterId: 'foreword', blockId: 'objective-1', index: 0 }, null)
    const content = readStrategy(doc)
    expect(content.chapters[0]?.nodes[0]).toEqual({ type: 'block', blockId: 'objective-1' })
    expect(content.chapters[1]?.nodes.filter((node) => node.type === 'block')).toHaveLength(1)
    expect(content.blocks.map((block) => [block.id, block.chapterId])).toEqual([
      ['objective-1', 'foreword'],
      ['vision-1', 'priorities'],
    ])
  })

  it('[DO7] puts orphans last, without a chapter', () => {
    const doc = openWithBody(element('block-ref', { s_blockId: 'vision-1' }))
    expect(readStrategy(doc).blocks.map((block) => [block.id, block.chapterId])).toEqual([
      ['vision-1', 'a'],
      ['objective-1', null],
    ])
  })

  it('[DO8] keeps the text of a node it does not know', () => {
    const doc = openWithBody(
      element('call-out', {}, [element('paragraph', {}, [new Y.XmlText('Mind the gap')])]),
    )
    expect(readNodes(doc)).toEqual([
      { type: 'unknown', nodeName: 'call-out', text: 'Mind the gap' },
    ])
  })

  it('[DO9] says unknown for a missing block or one of a newer kind', () => {
    const doc = openWithBody(
      element('block-ref', { s_blockId: 'gone' }),
      element('block-ref', { s_blockId: 'vision-1' }),
    )
    blockOf(doc, 'vision-1')?.set('kind', 'horoscope')
    expect(readNodes(doc)?.map((node) => node.type)).toEqual(['unknown', 'unknown'])
  })

  it('[DO10] lifts a paragraph out of a paragraph and a block out of a list', () => {
    const inner = element('paragraph', {}, [new Y.XmlText('inner')])
    const doc = openWithBody(
      element('paragraph', {}, [new Y.XmlText('before'), inner, new Y.XmlText('after')]),
      element('list', {}, [
        element('listitem', {}, [element('block-ref', { s_blockId: 'vision-1' })]),
      ]),
    )
    expect(readNodes(doc)).toEqual([
      ...['before', 'inner', 'after'].map((text) => ({ type: 'paragraph', content: [{ text }] })),
      { type: 'list', ordered: true, items: [{ content: [], children: [] }] },
      { type: 'block', blockId: 'vision-1' },
    ])
  })

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://x',
    ' vbscript:x',
    '//evil.example',
  ])('[DO11] drops the address %j and keeps its text', (href) => {
    const doc = openWithBody(
      element('paragraph', {}, [element('link', { __url: href }, [new Y.XmlText('click')])]),
    )
    expect(readNodes(doc)).toEqual([{ type: 'paragraph', content: [{ text: 'click' }] }])
  })

  it.each(['https://example.org', 'mailto:a@b.example', '#objective-1'])(
    '[DO11] keeps the address %s',
    (href) => {
      const doc = openWithBody(
        element('paragraph', {}, [element('link', { __url: href }, [new Y.XmlText('click')])]),
      )
      expect(readNodes(doc)).toEqual([{ type: 'paragraph', content: [{ text: 'click', href }] }])
    },
  )

  it('[DO12] reads a wrong field value as absent', () => {
    const doc = createDocument(buildContent())
    const block = blockOf(doc, 'objective-1')
    for (const [key, value] of Object.entries({
      leadId: 7,
      level: 'galaxy',
      targetDate: '2030-02-30',
      needs: 'all',
    }))
      block?.set(key, value)
    expect(readBlock('objective-1', block)).toMatchObject({
      leadId: null,
      level: null,
      targetDate: null,
      needIds: [],
    })
  })

  it('[DO12] reads a metric link with an infinite target as without one', () => {
    const doc = createDocument(buildContent())
    const links = blockOf(doc, 'objective-1')?.get('metrics') as Y.Map<Y.Map<unknown>>
    links.get('link-1')?.set('target', Infinity)
    links.set('broken', new Y.Map([['metricId', 3]]))
    expect(readBlock('objective-1', blockOf(doc, 'objective-1'))).toEqual(
      buildObjective({ metricLinks: [{ ...buildObjective().metricLinks[0]!, target: null }] }),
    )
  })

  it('[DO13] survives strange values everywhere and writes nothing', () => {
    const doc = openWithBody(
      element('paragraph'),
      new Y.XmlText('loose'),
      element('list', {}, [new Y.XmlText('no item')]),
      element('__proto__'),
    )
    let deepest = chapterBodyOf(doc, 'a')?.get(0) as Y.XmlElement
    for (let depth = 0; depth < 500; depth += 1) {
      deepest.insert(0, [element('paragraph')])
      deepest = deepest.get(0) as Y.XmlElement
    }
    for (const [id, value] of Object.entries({
      n: 3,
      text: 'x',
      array: new Y.Array(),
      empty: new Y.Map(),
    })) {
      chaptersOf(doc).set(id, value)
      blocksOf(doc).set(id, value instanceof Y.AbstractType ? value.clone() : value)
    }
    const before = Y.encodeStateAsUpdate(doc)
    expect(readStrategy(doc).chapters.map((chapter) => chapter.id)).toEqual(['empty', 'a'])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[DO14] leaves out control characters and half characters', () => {
    const doc = openWithBody(
      element('paragraph', {}, [new Y.XmlText('a\u0000b\u001b[31mc\ud800d\te')]),
    )
    const nodes = readNodes(doc)
    expect(nodes?.[0]).toMatchObject({
      content: [{ text: expect.stringMatching(/^ab\[31mc.?d\te$/u) }],
    })
  })
})
