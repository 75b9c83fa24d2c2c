import { $createHeadingNode } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical'
import { describe, expect, it } from 'vitest'
import { buildClient } from '../../../../test/convergence/build-client'
import { readChapterOutline } from '../../../document/chapter-outline'
import { createDocument } from '../../../document/create'
import { chapterBodyOf } from '../../../document/shape'
import { createChapterNodes } from './chapter-nodes'

function open() {
  const chapter = { id: 'chapter', title: 'Chapter', nodes: [] }
  const doc = createDocument({ schemaVersion: 1, chapters: [chapter], blocks: [] })
  const client = buildClient(doc)
  client.update(() => {
    $getRoot().clear()
    const add = (tag: 'h2' | 'h3' | null, text: string) =>
      $getRoot().append(
        (tag ? $createHeadingNode(tag) : $createParagraphNode()).append($createTextNode(text)),
      )
    add(null, 'start')
    add('h2', 'A')
    add(null, 'in A')
    add('h3', 'A1')
    add(null, 'in A1')
    add('h2', 'B')
    add(null, 'in B')
  })
  const nodes = createChapterNodes({
    editor: client.editor,
    doc,
    chapterId: 'chapter',
    undoManager: client.undoManager,
  })
  const find = (text: string) =>
    readChapterOutline(bodyOf(doc)).find((entry) => entry.type === 'heading' && entry.text === text)
      ?.nodeId ?? ''
  return { client, nodes, find }
}

function bodyOf(doc: Parameters<typeof chapterBodyOf>[0]) {
  const body = chapterBodyOf(doc, 'chapter')
  if (!body) throw new Error('no chapter')
  return body
}

describe('moving what the outline names', () => {
  it('[DO53] a heading takes along what stands under it, and one undo brings it back', () => {
    const { client, nodes, find } = open()
    const before = client.readParagraphs()
    nodes.move(find('A'), null)
    expect(client.readParagraphs()).toEqual(['start', 'B', 'in B', 'A', 'in A', 'A1', 'in A1'])
    client.undoManager.undo()
    expect(client.readParagraphs()).toEqual(before)
    nodes.move(find('B'), find('A'))
    expect(client.readParagraphs()).toEqual(['start', 'B', 'in B', 'A', 'in A', 'A1', 'in A1'])
    expect(client.troubles).toEqual([])
  })

  it('[DO53] does nothing when it would stand in itself, or is gone', () => {
    const { client, nodes, find } = open()
    const before = client.readParagraphs()
    nodes.move(find('A'), find('A1'))
    nodes.move(find('A'), find('B'))
    nodes.move('1-1', null)
    nodes.move(find('A'), '1-1')
    expect(client.readParagraphs()).toEqual(before)
  })
})
