import { $getRoot } from 'lexical'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { buildContent } from '../../../../test/build/build-content'
import { type Client, buildClient } from '../../../../test/convergence/build-client'
import { createDocument } from '../../../document/create'
import { setBlockText } from '../../../document/edit'
import { setBlockValue, setMember } from '../../../document/edit-fields'
import { FORM_ORIGIN } from '../../../document/origins'
import { readStrategy } from '../../../document/read'
import { blocksOf } from '../../../document/shape'
import { BLOCK_KINDS } from '../../../domain/strategy/strategy'
import { $getBlockId, $isBlockRefNode } from '../nodes/block-ref-node'
import { $insertTable } from '../tables/table-commands'
import { createBlockCommands } from './block-commands'

function open() {
  const doc = createDocument(buildContent())
  const client = buildClient(doc, { chapterId: 'priorities' })
  client.undoManager.trackedOrigins.add(FORM_ORIGIN)
  let count = 0
  const newId = () => `new-${(count += 1)}`
  const commands = createBlockCommands({
    editor: client.editor,
    doc,
    undoManager: client.undoManager,
    newId,
  })
  return { doc, client, commands }
}

function readOrder({ editor }: Client): string[] {
  return editor.read('latest', () =>
    $getRoot()
      .getChildren()
      .map((node) =>
        $isBlockRefNode(node) ? $getBlockId(node) : node.getTextContent().slice(0, 7),
      ),
  )
}

const START = ['vision-1', 'Between', 'objective-1', 'First\n\n', 'Last wo']
const ids = (doc: Y.Doc) => [...blocksOf(doc).keys()].sort()

describe('blocks in a chapter', () => {
  it('inserts after the caret, as one step of undo', () => {
    const { doc, client, commands } = open()
    client.update(() => void $getRoot().getChildAtIndex(1)?.selectEnd())
    commands.insertBlock('priority')
    expect(readOrder(client)).toEqual([
      'vision-1',
      'Between',
      'new-1',
      '',
      'objective-1',
      'First\n\n',
      'Last wo',
    ])
    client.undoManager.undo()
    expect(readOrder(client)).toEqual(START)
    expect(ids(doc)).toEqual(['objective-1', 'vision-1'])
    client.undoManager.redo()
    expect(readStrategy(doc).blocks.find((block) => block.id === 'new-1')).toMatchObject({
      kind: 'priority',
      chapterId: 'priorities',
    })
  })

  it('puts an objective under the priority above it', () => {
    const { doc, client, commands } = open()
    client.update(() => void $getRoot().getChildAtIndex(1)?.selectEnd())
    commands.insertBlock('priority')
    client.update(() => void $getRoot().getLastChild()?.selectEnd())
    commands.insertBlock('objective')
    expect(readStrategy(doc).blocks.find((block) => block.id === 'new-2')).toMatchObject({
      parentId: 'new-1',
    })
  })

  it('puts what adds to an objective under the one above it, and a value under nothing', () => {
    const { doc, client, commands } = open()
    const parentOf = (id: string) =>
      readStrategy(doc).blocks.find((block) => block.id === id)?.parentId
    client.update(() => void $getRoot().getLastChild()?.selectEnd())
    commands.insertBlock('place_addendum')
    commands.insertBlock('commitment')
    commands.insertBlock('value')
    commands.insertBlock('goal')
    commands.insertBlock('priority')
    expect(['new-1', 'new-2', 'new-3', 'new-5'].map(parentOf)).toEqual([
      'objective-1',
      'objective-1',
      null,
      null,
    ])
  })

  it.each(BLOCK_KINDS)('moves, copies and removes a block of kind %s with its fields', (kind) => {
    const { doc, client, commands } = open()
    client.update(() => void $getRoot().getLastChild()?.selectEnd())
    const id = commands.insertBlock(kind)
    setBlockText(doc, { blockId: id, field: 'title', text: 'Named' }, FORM_ORIGIN)
    setBlockValue(doc, { blockId: id, key: 'origin', value: 'system' }, FORM_ORIGIN)
    setMember(doc, { blockId: id, key: 'places', member: 'ashmere', isIn: true }, FORM_ORIGIN)
    const find = (blockId: string) => readStrategy(doc).blocks.find((block) => block.id === blockId)
    const before = find(id)
    commands.moveBlock(id, 'up')
    expect(find(id)).toEqual(before)
    commands.duplicateBlock(id)
    expect(find('new-2')).toEqual({ ...before, id: 'new-2' })
    commands.removeBlock(id)
    expect(find(id)).toEqual({ ...before, chapterId: null })
    client.undoManager.undo()
    expect(find(id)).toEqual(before)
  })

  it('puts a block beside a table, never into a cell of it', () => {
    const { client, commands } = open()
    client.update(() => {
      $getRoot().getChildAtIndex(1)?.selectEnd()
      $insertTable({ rows: 2, columns: 2, headerRow: true })
    })
    const id = commands.insertBlock('objective')
    const order = readOrder(client)
    expect(order).toContain(id)
    expect(order.indexOf(id)).toBeLessThan(order.indexOf('objective-1'))
    expect(client.troubles).toEqual([])
  })

  it('moves up and down past what stands there, and undoes it', () => {
    const { client, commands } = open()
    commands.moveBlock('objective-1', 'down')
    expect(readOrder(client)).toEqual([
      'vision-1',
      'Between',
      'First\n\n',
      'objective-1',
      'Last wo',
    ])
    commands.moveBlock('objective-1', 'up')
    commands.moveBlock('objective-1', 'up')
    expect(readOrder(client)).toEqual([
      'vision-1',
      '',
      'objective-1',
      'Between',
      'First\n\n',
      'Last wo',
    ])
    client.undoManager.undo()
    expect(readOrder(client)).toEqual(START)
  })

  it('stays where it is at the end', () => {
    const { client, commands } = open()
    commands.moveBlock('vision-1', 'up')
    expect(readOrder(client)).toEqual(START)
  })

  it('removes the reference and keeps the entry for undo', () => {
    const { doc, client, commands } = open()
    commands.removeBlock('objective-1')
    expect(readOrder(client)).not.toContain('objective-1')
    expect(ids(doc)).toContain('objective-1')
    client.undoManager.undo()
    expect(readOrder(client)).toEqual(START)
  })

  it('copies below, with a paragraph between', () => {
    const { client, commands } = open()
    commands.duplicateBlock('objective-1')
    expect(readOrder(client).slice(2, 5)).toEqual(['objective-1', '', 'new-1'])
  })
})
