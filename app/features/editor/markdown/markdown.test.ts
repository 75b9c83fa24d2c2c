import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedEditor, openEditorPage } from '../../../../test/browser/open-editor-page'
import { inspectEdit } from '../../../../server/collaboration/gate'

let editor: OpenedEditor

beforeAll(async () => {
  editor = await openEditorPage()
}, 120_000)
afterAll(() => editor?.close())
beforeEach(() => editor.run((page) => page.open([{ type: 'paragraph', content: [] }]), null))

async function type(keys: string) {
  await editor.page.keyboard.type(keys, { delay: 5 })
  return read()
}

async function read() {
  const { nodes, troubles, update } = await editor.run((page) => page.read(), null)
  expect(troubles).toEqual([])
  expect(inspectEdit(Uint8Array.from(update), new Set())).not.toBeTypeOf('string')
  return nodes
}

const words = (text: string, rest: object = {}) => ({ content: [{ text, ...rest }] })
const list = (rest: object) => ({ type: 'list', ordered: false, ...rest })

describe('Markdown as it is typed', () => {
  it.each<[string, unknown]>([
    ['## Aims', { type: 'heading', level: 2, ...words('Aims') }],
    ['### Aims', { type: 'heading', level: 3, ...words('Aims') }],
    ['#### Aims', { type: 'heading', level: 4, ...words('Aims') }],
    ['> Said', { type: 'quote', ...words('Said') }],
    ['- Point', list({ items: [{ ...words('Point'), children: [] }] })],
    ['1. Step', list({ ordered: true, items: [{ ...words('Step'), children: [] }] })],
    [
      '[ ] Task',
      list({ kind: 'check', items: [{ ...words('Task'), children: [], checked: false }] }),
    ],
    [
      '[x] Task',
      list({ kind: 'check', items: [{ ...words('Task'), children: [], checked: true }] }),
    ],
  ])('[ED3] [ED4] %s', async (keys, node) => {
    expect(await type(keys)).toEqual([node])
  })

  it('[ED3] [ED4] dividing lines, by a space and by Enter', async () => {
    expect((await type('--- ')).map((node) => node.type)).toEqual(['rule', 'paragraph'])
    await editor.page.keyboard.type('---')
    await editor.page.keyboard.press('Enter')
    expect((await read()).filter((node) => node.type === 'rule')).toHaveLength(2)
  })

  it('[ED3] [ED4] bold, italic and links inside a line', async () => {
    expect(await type('a **b** *c* [d](https://example.org) e')).toEqual([
      {
        type: 'paragraph',
        content: [
          { text: 'a ' },
          { text: 'b', bold: true },
          { text: ' ' },
          { text: 'c', italic: true },
          { text: ' ' },
          { text: 'd', href: 'https://example.org' },
          { text: ' e' },
        ],
      },
    ])
  })

  it('[ED3] leaves an address that is not allowed as it was typed', async () => {
    expect(await type('[d](javascript:x) e')).toEqual([
      { type: 'paragraph', ...words('[d](javascript:x) e') },
    ])
  })

  it('[ED3] is taken back by one undo, which leaves what was typed', async () => {
    await type('before')
    await editor.page.keyboard.press('Enter')
    await type('## ')
    expect(await read()).toEqual([{ type: 'paragraph', ...words('before') }])
    await editor.run((page) => page.undo(), null)
    expect(await read()).toEqual([
      { type: 'paragraph', ...words('before') },
      { type: 'paragraph', ...words('## ') },
    ])
    await editor.run((page) => page.open([{ type: 'paragraph', content: [] }]), null)
    await type('so **bold**')
    await editor.run((page) => page.undo(), null)
    expect(await read()).toEqual([{ type: 'paragraph', ...words('so **bold**') }])
  })

  it('[ED2] [ED13] Tab moves between cells, adds a row, and Shift+Tab leaves at the first', async () => {
    const cell = (text: string) => ({
      header: false,
      nodes: [{ type: 'paragraph' as const, content: [{ text }] }],
    })
    await editor.run((page, table) => page.open([table]), {
      type: 'table' as const,
      rows: [{ cells: [cell('a'), cell('b')] }],
    })
    await editor.page.locator('td', { hasText: 'a' }).click()
    await caretIsTold()
    await editor.page.keyboard.press('Tab')
    await caretIsTold()
    await editor.page.keyboard.press('End')
    await editor.page.keyboard.type('1')
    await editor.page.keyboard.press('Tab')
    await editor.page.keyboard.type('2')
    const [table] = await read()
    const rows =
      table?.type === 'table' ? table.rows.map(({ cells }) => cells.map(({ nodes }) => nodes)) : []
    expect(rows).toMatchObject([
      [[words('a')], [words('b1')]],
      [[words('2')], [{ content: [] }]],
    ])
    await editor.page.locator('td', { hasText: 'a' }).click()
    expect(await isInText()).toBe(true)
    await editor.page.keyboard.press('Escape')
    expect(await isInText()).toBe(false)
  })

  /** Browsers tell of a new caret a moment after the click; no hand is as quick as that. */
  function caretIsTold(): Promise<void> {
    return editor.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))),
    )
  }

  function isInText(): Promise<boolean> {
    return editor.page.evaluate(
      () => document.activeElement?.hasAttribute('contenteditable') ?? false,
    )
  }
})
