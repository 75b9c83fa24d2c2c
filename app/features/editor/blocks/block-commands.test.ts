import { $createLinkNode } from '@lexical/link'
import { $createHeadingNode } from '@lexical/rich-text'
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  type LexicalNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { buildContent } from '../../../../test/build/build-content'
import { type Client, buildClient } from '../../../../test/convergence/build-client'
import { createDocument } from '../../../document/create'
import { FORM_ORIGIN } from '../../../document/origins'
import { readStrategy } from '../../../document/read'
import { blocksOf } from '../../../document/shape'
import { $createBlockRefNode, $getBlockId, $isBlockRefNode } from '../nodes/block-ref-node'
import { createBlockCommands } from './block-commands'
import { registerPaste } from './paste'

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
  registerPaste(client.editor, doc, newId)
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

describe('pasting', () => {
  function paste(client: Client, create: () => LexicalNode[]): LexicalNode[] {
    const nodes: LexicalNode[] = []
    client.update(() => {
      $getRoot().getLastChild()?.selectEnd()
      nodes.push(...create())
      const selection = $getSelection()
      if (!selection) throw new Error('no selection')
      client.editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection })
      selection.insertNodes(nodes)
    })
    return nodes
  }

  it('gives a copied block a new id and its own entry', () => {
    const { doc, client } = open()
    paste(client, () => [$createBlockRefNode('objective-1', 'objective')])
    expect(readOrder(client)).toContain('new-1')
    expect(readStrategy(doc).blocks.find((block) => block.id === 'new-1')).toMatchObject({
      title: 'Fewer people smoke',
    })
  })

  it('brings a block that was cut back as itself', () => {
    const { client, commands } = open()
    commands.removeBlock('objective-1')
    paste(client, () => [$createBlockRefNode('objective-1', 'objective')])
    expect(readOrder(client)).toContain('objective-1')
  })

  it('leaves a block of another strategy behind', () => {
    const { client } = open()
    paste(client, () => [
      $createBlockRefNode('elsewhere', 'objective'),
      $createParagraphNode().append($createTextNode('kept')),
    ])
    expect(readOrder(client)).not.toContain('elsewhere')
    expect(client.readText()).toContain('kept')
  })

  it('strips looks, deep headings and unsafe links, and keeps bold and words', () => {
    const { doc, client } = open()
    paste(client, () => {
      const loud = $createTextNode('Loud')
        .setStyle('color: red')
        .toggleFormat('bold')
        .toggleFormat('underline')
      const unsafe = $createLinkNode('javascript:alert(1)').append($createTextNode(' click'))
      return [
        $createHeadingNode('h6').append($createTextNode('Deep')),
        $createParagraphNode().append(loud, unsafe),
      ]
    })
    const state = client.readState()
    expect(state).not.toMatch(/javascript|color: red|"tag":"h6"/)
    expect(readStrategy(doc).chapters[1]?.nodes.at(-1)).toEqual({
      type: 'paragraph',
      content: [{ text: 'Loud', bold: true }, { text: ' click' }],
    })
    client.editor.read('latest', () =>
      expect($getRoot().getChildren().every($isTopLevel)).toBe(true),
    )
  })
})

function $isTopLevel(node: LexicalNode): boolean {
  return $isElementNode(node) || $isBlockRefNode(node)
}
