import { $getRoot } from 'lexical'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildClient } from '../../../../test/convergence/build-client'
import { createDocument } from '../../../document/create'
import { readStrategy } from '../../../document/read'
import type { ProseNode } from '../../../domain/strategy/strategy'
import { $findMatches, $replaceMatches } from './find-in-editor'
import { createPattern } from './search-pattern'

const NODES: readonly ProseNode[] = [
  {
    type: 'paragraph',
    content: [{ text: 'Better ' }, { text: 'health', bold: true }, { text: ' for all' }],
  },
  {
    type: 'list',
    ordered: false,
    items: [
      { content: [{ text: 'health' }, { text: 'y', href: 'https://example.org/' }], children: [] },
    ],
  },
  {
    type: 'table',
    rows: [
      {
        cells: [
          { header: true, nodes: [{ type: 'paragraph', content: [{ text: 'Health again' }] }] },
        ],
      },
    ],
  },
]

function open() {
  const chapter = { id: 'chapter', title: 'Chapter', nodes: NODES }
  const doc = createDocument({ schemaVersion: 1, chapters: [chapter], blocks: [] })
  return { doc, client: buildClient(doc) }
}

function find(client: ReturnType<typeof open>['client'], words: string) {
  const pattern = createPattern({ words, matchCase: false, wholeWords: false })
  return client.editor.read('latest', () => (pattern ? $findMatches(pattern) : []))
}

describe('finding in a chapter', () => {
  it('[ED30] goes over bold, links, lists and tables, and writes nothing', () => {
    const { doc, client } = open()
    const before = Y.encodeStateAsUpdate(doc)
    expect(find(client, 'health')).toHaveLength(3)
    expect(find(client, 'better health for')).toHaveLength(1)
    expect(find(client, 'healthy')).toHaveLength(1)
    expect(find(client, 'all health')).toHaveLength(0)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[ED31] replaces everywhere at once, and one undo brings all back', () => {
    const { doc, client } = open()
    const before = readStrategy(doc)
    const matches = find(client, 'health')
    client.update(() => $replaceMatches(matches, 'well-being'))
    expect(client.readText()).toContain('Better well-being for all')
    expect(client.readText()).toContain('well-beingy')
    expect(find(client, 'health')).toHaveLength(0)
    expect(readStrategy(doc).chapters[0]?.nodes[0]).toMatchObject({
      content: [{ text: 'Better ' }, { text: 'well-being', bold: true }, { text: ' for all' }],
    })
    client.undoManager.undo()
    expect(readStrategy(doc)).toEqual(before)
  })

  it('[ED31] replaces several places of one paragraph, also by nothing', () => {
    const { client } = open()
    client.update(() => {
      $getRoot().getFirstChild()?.selectEnd().insertText(', all in all')
    })
    client.update(() => $replaceMatches(find(client, 'all'), ''))
    expect(client.readParagraphs()[0]).toBe('Better health for ,  in ')
    expect(client.troubles).toEqual([])
  })
})
