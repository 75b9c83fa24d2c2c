import { $isTableNode, $isTableRowNode, type TableNode } from '@lexical/table'
import { $getRoot, $isElementNode, $isTextNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Client, buildClient, exchangeAll } from '../../../../test/convergence/build-client'
import { createDocument } from '../../../document/create'
import { readStrategy } from '../../../document/read'
import type { ProseNode } from '../../../domain/strategy/strategy'
import { $changeTable, $insertTable, $moveToNextCell, $readTableLook } from './table-commands'

const row = (...texts: string[]) => ({
  cells: texts.map((text) => ({
    header: false,
    nodes: [{ type: 'paragraph' as const, content: text === '' ? [] : [{ text }] }],
  })),
})
const TABLE: ProseNode = { type: 'table', rows: [row('a', 'b'), row('c', 'd')] }
const AROUND: readonly ProseNode[] = [
  { type: 'paragraph', content: [{ text: 'Before' }] },
  TABLE,
  { type: 'paragraph', content: [{ text: 'After' }] },
]

function open(nodes: readonly ProseNode[] = AROUND): Y.Doc {
  const chapter = { id: 'chapter', title: 'Chapter', nodes }
  return createDocument({ schemaVersion: 1, chapters: [chapter], blocks: [] })
}

function copy(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'remote')
  return other
}

function $table(): TableNode {
  const table = $getRoot().getChildren().find($isTableNode)
  if (!table) throw new Error('no table')
  return table
}

function $select(rowIndex: number, columnIndex: number): void {
  const line = $table().getChildAtIndex(rowIndex)
  const cell = $isTableRowNode(line) ? line.getChildAtIndex(columnIndex) : null
  if ($isElementNode(cell)) cell.getFirstChildOrThrow().selectStart()
}

function type(client: Client, [rowIndex, columnIndex]: [number, number], text: string): void {
  client.update(() => {
    $select(rowIndex, columnIndex)
    const line = $table().getChildAtIndex(rowIndex)
    const cell = $isTableRowNode(line) ? line.getChildAtIndex(columnIndex) : null
    const first = $isElementNode(cell) ? cell.getFirstDescendant() : null
    if ($isTextNode(first)) first.select(0, 0).insertText(text)
    else if ($isElementNode(first)) first.selectStart().insertText(text)
  })
}

function change(
  client: Client,
  at: [number, number],
  what: Parameters<typeof $changeTable>[0],
): void {
  client.update(() => {
    $select(...at)
    $changeTable(what)
  })
}

/** The words of each row; a cell that covers several says so. */
function readRows(doc: Y.Doc): string[] {
  const table = readStrategy(doc).chapters[0]?.nodes.find((node) => node.type === 'table')
  if (table?.type !== 'table') return []
  return table.rows.map(({ cells }) =>
    cells
      .map(({ nodes, colSpan = 1, header }) => {
        const words = nodes
          .flatMap((node) => ('content' in node ? node.content : []))
          .map(({ text }) => text)
        return `${words.join('')}${colSpan > 1 ? `×${colSpan}` : ''}${header ? '!' : ''}`
      })
      .join('|'),
  )
}

describe('one person in a table', () => {
  it('[ED15] adds and removes rows and columns, each taken back by one undo', () => {
    const doc = open()
    const client = buildClient(doc)
    const steps: [Parameters<typeof $changeTable>[0], string[]][] = [
      ['row-below', ['a|b', '|', 'c|d']],
      ['column-after', ['a||b', 'c||d']],
      ['row-above', ['|', 'a|b', 'c|d']],
      ['column-before', ['|a|b', '|c|d']],
      ['remove-row', ['c|d']],
      ['remove-column', ['b', 'd']],
      ['header-row', ['a!|b!', 'c|d']],
    ]
    const seen = steps.map(([what]) => {
      change(client, [0, 0], what)
      const rows = readRows(doc)
      client.undoManager.undo()
      return { what, rows, afterUndo: readRows(doc) }
    })
    expect(seen).toEqual(steps.map(([what, rows]) => ({ what, rows, afterUndo: ['a|b', 'c|d'] })))
    expect(client.troubles).toEqual([])
  })

  it('[ED15] deletes the table and leaves the text around it', () => {
    const doc = open()
    const client = buildClient(doc)
    change(client, [1, 1], 'remove')
    expect(client.readParagraphs()).toEqual(['Before', 'After'])
    client.undoManager.undo()
    expect(readRows(doc)).toEqual(['a|b', 'c|d'])
  })

  it('[ED13] goes on with Tab, adds a row after the last cell and stops before the first', () => {
    const doc = open()
    const client = buildClient(doc)
    const moved: boolean[] = []
    client.update(() => {
      $select(1, 0)
      moved.push($moveToNextCell('next'), $moveToNextCell('next'))
    })
    expect(readRows(doc)).toEqual(['a|b', 'c|d', '|'])
    client.update(() => {
      $select(0, 0)
      moved.push($moveToNextCell('previous'))
    })
    expect(moved).toEqual([true, true, false])
  })

  it('[ED14] cannot put a table into a table', () => {
    const doc = open()
    const client = buildClient(doc)
    client.update(() => {
      $select(0, 0)
      expect($insertTable({ rows: 2, columns: 2, headerRow: true })).toBe(false)
    })
    expect(readRows(doc)).toEqual(['a|b', 'c|d'])
  })

  it('[ED15] makes a new one with a header row and a line after it', () => {
    const doc = open([{ type: 'paragraph', content: [{ text: 'Only' }] }])
    const client = buildClient(doc)
    client.update(() => {
      $getRoot().selectEnd()
      $insertTable({ rows: 2, columns: 3, headerRow: true })
    })
    expect(readRows(doc)).toEqual(['!|!|!', '||'])
    expect(readStrategy(doc).chapters[0]?.nodes.at(-1)).toMatchObject({ type: 'paragraph' })
    client.editor.read('latest', () =>
      expect($readTableLook()).toMatchObject({ hasHeaderRow: true, canMerge: false }),
    )
  })
})

describe('two people in one table', () => {
  function meet(act: (one: Client, other: Client) => void): {
    docs: [Y.Doc, Y.Doc]
    rows: string[]
  } {
    const doc = open()
    const clients: [Client, Client] = [buildClient(doc), buildClient(copy(doc))]
    act(...clients)
    const docs: [Y.Doc, Y.Doc] = [clients[0].doc, clients[1].doc]
    exchangeAll(docs)
    expect(clients[0].readState()).toBe(clients[1].readState())
    const newcomer = buildClient(copy(doc))
    expect(newcomer.readState()).toBe(clients[0].readState())
    expect([...clients, newcomer].flatMap(({ troubles }) => troubles)).toEqual([])
    return { docs, rows: readRows(doc) }
  }

  it('[ED11] keep what both typed, in other cells and in one', () => {
    const { rows } = meet((one, other) => {
      type(one, [0, 0], 'one ')
      type(other, [1, 1], 'other ')
      type(one, [0, 1], 'x')
      type(other, [0, 1], 'y')
    })
    expect(rows[1]).toBe('c|other d')
    expect(rows[0]).toMatch(/^one a\|(?:xyb|yxb)$/)
  })

  it('[ED11] keep rows that both added, and what was typed beside them', () => {
    const { rows } = meet((one, other) => {
      change(one, [0, 0], 'row-below')
      type(one, [1, 0], 'one')
      change(other, [1, 0], 'row-below')
      type(other, [2, 1], 'other')
      type(other, [0, 0], 'typed ')
    })
    expect(rows).toEqual(['typed a|b', 'one|', 'c|d', '|other'])
  })

  it('[ED11] keep a column that one added while the other typed and added a row', () => {
    const { rows } = meet((one, other) => {
      change(one, [0, 0], 'column-after')
      type(other, [1, 1], 'typed ')
      change(other, [1, 0], 'row-below')
    })
    expect(rows.slice(0, 2)).toEqual(['a||b', 'c||typed d'])
    expect(rows).toHaveLength(3)
  })

  it('[ED11] keep both columns', () => {
    const { rows } = meet((one, other) => {
      change(one, [0, 0], 'column-after')
      change(other, [0, 1], 'column-after')
    })
    expect(rows).toEqual(['a||b|', 'c||d|'])
  })

  it('[ED11] keep words typed in a row while another row is removed', () => {
    const { rows } = meet((one, other) => {
      change(one, [0, 0], 'remove-row')
      type(other, [1, 0], 'kept ')
    })
    expect(rows).toEqual(['kept c|d'])
  })

  it('[ED10] [ED12] write nothing over rows of different lengths until one changes the shape', () => {
    const { docs } = meet((one, other) => {
      change(one, [0, 0], 'column-after')
      change(other, [1, 0], 'row-below')
    })
    const before = docs.map((doc) => Y.encodeStateAsUpdate(doc))
    const [first, second] = docs.map((doc) => buildClient(doc))
    first!.update(() => undefined)
    expect(docs.map((doc) => Y.encodeStateAsUpdate(doc))).toEqual(before)
    type(first!, [0, 0], 'typed ')
    exchangeAll(docs)
    expect(readRows(docs[1])).toEqual(['typed a||b', 'c||d', '|'])
    change(second!, [2, 0], 'header-row')
    exchangeAll(docs)
    expect(readRows(docs[0])).toEqual(['typed a!|!|b!', 'c||d', '||'])
  })
})
