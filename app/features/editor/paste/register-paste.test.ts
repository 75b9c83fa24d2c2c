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
import { buildContent } from '../../../../test/build/build-content'
import { type Client, buildClient, settle } from '../../../../test/convergence/build-client'
import { createDocument } from '../../../document/create'
import { FORM_ORIGIN } from '../../../document/origins'
import { readStrategy } from '../../../document/read'
import { notesOf } from '../../../document/shape'
import { createBlockCommands } from '../blocks/block-commands'
import { $createBlockRefNode, $getBlockId, $isBlockRefNode } from '../nodes/block-ref-node'
import { type Clip, LeftOut } from './clip'
import { $pasteClip, registerPaste } from './register-paste'

function open() {
  const doc = createDocument(buildContent())
  const client = buildClient(doc, { chapterId: 'priorities' })
  const { editor, undoManager } = client
  undoManager.trackedOrigins.add(FORM_ORIGIN)
  let count = 0
  const newId = () => `new-${(count += 1)}`
  const options = { doc, newId, undoManager }
  registerPaste(editor, options)
  return { doc, client, options, commands: createBlockCommands({ editor, ...options }) }
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

/** As Lexical does it with nodes it has made itself. */
function insertNodes(client: Client, create: () => LexicalNode[]): void {
  client.update(() => {
    $getRoot().getLastChild()?.selectEnd()
    const nodes = create()
    const selection = $getSelection()
    if (!selection) throw new Error('no selection')
    client.editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection })
    selection.insertNodes(nodes)
  })
}

describe('nodes that come by the clipboard', () => {
  it('[ED22] a copied block has a new id and its own entry', () => {
    const { doc, client } = open()
    insertNodes(client, () => [$createBlockRefNode('objective-1', 'objective')])
    expect(readOrder(client)).toContain('new-1')
    expect(readStrategy(doc).blocks.find((block) => block.id === 'new-1')).toMatchObject({
      title: 'Fewer people smoke',
    })
  })

  it('[ED22] a block that was cut comes back as itself, and only once', () => {
    const { client, commands } = open()
    commands.removeBlock('objective-1')
    insertNodes(client, () => [
      $createBlockRefNode('objective-1', 'objective'),
      $createBlockRefNode('objective-1', 'objective'),
    ])
    expect(readOrder(client).filter((id) => id === 'objective-1')).toHaveLength(1)
    expect(readOrder(client)).toContain('new-1')
  })

  it('[ED22] a block of another strategy stays behind', () => {
    const { client } = open()
    insertNodes(client, () => [
      $createBlockRefNode('elsewhere', 'objective'),
      $createParagraphNode().append($createTextNode('kept')),
    ])
    expect(readOrder(client)).not.toContain('elsewhere')
    expect(client.readText()).toContain('kept')
  })

  it('[ED20] looks, deep headings and unsafe links go; bold and words stay', () => {
    const { doc, client } = open()
    insertNodes(client, () => {
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

describe('a clip', () => {
  const note = { kind: 'footnote', id: '', text: 'Said in 2023' } as const
  const clip: Clip = {
    left: new LeftOut(),
    nodes: [
      { type: 'heading', level: 3, content: [{ text: 'Pasted' }] },
      {
        type: 'paragraph',
        content: [{ text: 'As shown' }, { text: '', atom: note }, { text: ' there.' }],
      },
      {
        type: 'list',
        ordered: true,
        items: [
          {
            content: [{ text: 'One', italic: true }],
            children: [
              {
                type: 'list',
                ordered: false,
                items: [{ content: [{ text: 'In' }], children: [] }],
              },
            ],
          },
        ],
      },
      {
        type: 'table',
        rows: [
          {
            cells: [
              { header: true, nodes: [{ type: 'paragraph', content: [{ text: 'Head' }] }] },
              { header: true, nodes: [] },
            ],
          },
          {
            cells: [
              {
                header: false,
                colSpan: 2,
                nodes: [{ type: 'paragraph', content: [{ text: 'wide' }] }],
              },
            ],
          },
        ],
      },
    ],
  }

  it('[ED20] [ED21] arrives as prose, with its footnote in the document', async () => {
    const { doc, client, options } = open()
    const before = readStrategy(doc).chapters[1]?.nodes.length ?? 0
    client.update(() => {
      $getRoot().getLastChild()?.selectEnd()
      $pasteClip(clip, options)
    })
    await settle()
    const nodes = readStrategy(doc).chapters[1]?.nodes ?? []
    expect(nodes.length).toBeGreaterThan(before)
    const [paragraph, list, table] = nodes.slice(-4)
    expect(paragraph).toMatchObject({
      content: [
        { text: 'As shown' },
        { atom: { kind: 'footnote', text: 'Said in 2023' } },
        { text: ' there.' },
      ],
    })
    expect(list).toEqual(clip.nodes[2])
    expect(table).toMatchObject({
      type: 'table',
      rows: [
        { cells: [{ header: true }, { header: true }] },
        { cells: [{ header: false, colSpan: 2 }] },
      ],
    })
    expect(client.troubles).toEqual([])
  })

  it('[ED23] is one step of undo, its footnotes and all, apart from what was typed', async () => {
    const { doc, client, options } = open()
    const typed = () =>
      client.update(() => {
        $getRoot().getLastChild()?.selectEnd().insertText('.')
      })
    typed()
    const before = readStrategy(doc)
    client.update(() => {
      $getRoot().getLastChild()?.selectEnd()
      $pasteClip(clip, options)
    })
    await settle()
    expect(notesOf(doc).size).toBe(1)
    client.undoManager.undo()
    expect(readStrategy(doc)).toEqual(before)
    expect(notesOf(doc).size).toBe(0)
    client.undoManager.redo()
    expect(notesOf(doc).size).toBe(1)
  })

  it('[ED14] puts only words into a table cell, never a table', async () => {
    const { doc, client, options } = open()
    client.update(() => {
      $getRoot().getLastChild()?.selectEnd()
      $pasteClip(clip, options)
    })
    await settle()
    client.update(() => {
      const table = $getRoot()
        .getChildren()
        .find((node) => node.getType() === 'table')
      if ($isElementNode(table)) table.getFirstDescendant()?.selectEnd()
      $pasteClip({ nodes: clip.nodes, left: new LeftOut() }, options)
    })
    await settle()
    const tables = JSON.stringify(readStrategy(doc).chapters[1]?.nodes).match(/"type":"table"/g)
    expect(tables).toHaveLength(1)
    expect(client.troubles).toEqual([])
  })
})

function $isTopLevel(node: LexicalNode): boolean {
  return $isElementNode(node) || $isBlockRefNode(node)
}
