import { registerCheckList, registerList } from '@lexical/list'
import { registerRichText } from '@lexical/rich-text'
import type { Provider } from '@lexical/yjs'
import { $getRoot, UNDO_COMMAND, createEditor } from 'lexical'
import * as Y from 'yjs'
import { createDocument } from '../../app/document/create'
import { FORM_ORIGIN } from '../../app/document/origins'
import { readStrategy } from '../../app/document/read'
import { blocksOf, chaptersOf, notesOf } from '../../app/document/shape'
import type { ProseNode } from '../../app/domain/strategy/strategy'
import { connectChapter } from '../../app/features/editor/binding/connect-chapter'
import { registerMarkdown } from '../../app/features/editor/markdown/register-markdown'
import { EDITOR_NODES } from '../../app/features/editor/nodes/editor-nodes'
import { describeLeftOut } from '../../app/features/editor/paste/clip'
import { registerPaste } from '../../app/features/editor/paste/register-paste'
import { readHtml } from '../../app/features/editor/paste/read-html'
import { registerShortcuts } from '../../app/features/editor/register-shortcuts'
import { registerTables } from '../../app/features/editor/tables/register-tables'

// The product's own editor, binding, paste and keys in a page without anything around them.

let stop: (() => void) | null = null
let leftOut: string | null = null
const troubles: string[] = []
let doc = new Y.Doc()
let undoManager: Y.UndoManager | null = null
const rootElement = document.createElement('div')
rootElement.contentEditable = 'true'
document.body.append(rootElement)

const ignore = () => undefined
const provider = {
  awareness: {
    getLocalState: () => null,
    getStates: () => new Map(),
    on: ignore,
    off: ignore,
    setLocalState: ignore,
    setLocalStateField: ignore,
  },
  connect: ignore,
  disconnect: ignore,
  on: ignore,
  off: ignore,
} as Provider

/** A new chapter with these nodes, the caret at its end. */
function open(nodes: readonly ProseNode[]): void {
  stop?.()
  troubles.length = 0
  leftOut = null
  const chapter = { id: 'chapter', title: 'Chapter', nodes }
  doc = createDocument({ schemaVersion: 1, chapters: [chapter], blocks: [] })
  const manager = new Y.UndoManager([chaptersOf(doc), blocksOf(doc), notesOf(doc)], {
    doc,
    trackedOrigins: new Set([FORM_ORIGIN]),
  })
  undoManager = manager
  const fail = (what: unknown) => troubles.push(String(what))
  const editor = createEditor({
    namespace: 'northing',
    nodes: [...EDITOR_NODES],
    onError: (error) => fail(error.stack),
  })
  const stops = [registerTables(editor), registerRichText(editor), registerList(editor)]
  stops.push(registerCheckList(editor))
  editor.setRootElement(rootElement)
  const connection = connectChapter({
    editor,
    doc,
    chapterId: 'chapter',
    provider,
    undoManager: manager,
    onTrouble: (trouble) => fail(JSON.stringify(trouble)),
  })
  connection?.setWriting(true)
  let count = 0
  const newId = () => `new-${(count += 1)}`
  const onPasted = (left: Parameters<typeof describeLeftOut>[0]) => {
    leftOut = describeLeftOut(left)
  }
  stops.push(
    registerPaste(editor, { doc, undoManager: manager, newId, onPasted }),
    registerMarkdown(editor),
    registerShortcuts(editor, {
      openLink: ignore,
      openFootnote: ignore,
      openFind: ignore,
      focusToolbar: ignore,
    }),
    editor.registerCommand(
      UNDO_COMMAND,
      () => {
        manager.undo()
        return true
      },
      4,
    ),
  )
  stop = () => {
    connection?.stop()
    for (const end of stops) end()
    editor.setRootElement(null)
  }
  editor.focus()
  editor.update(() => void $getRoot().selectEnd(), { discrete: true })
}

/** As a browser tells of a paste. */
function paste(forms: Readonly<Record<string, string>>): void {
  const data = new DataTransfer()
  for (const [type, text] of Object.entries(forms)) data.setData(type, text)
  rootElement.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  )
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

const page = {
  open,
  paste: async (forms: Readonly<Record<string, string>>) => {
    leftOut = null
    paste(forms)
    await settle()
  },
  undo: async () => {
    undoManager?.undo()
    await settle()
  },
  /** What everybody would read now, and how it stands on the page. */
  read: () => ({
    nodes: readStrategy(doc).chapters[0]?.nodes ?? [],
    leftOut,
    troubles: [...troubles],
    html: rootElement.innerHTML,
    update: [...Y.encodeStateAsUpdate(doc)],
  }),
  /** HTML as a clip, without an editor. */
  readHtml: (html: string) => {
    const { nodes, left } = readHtml(html)
    return { nodes, left: left.describe() }
  },
}

export type EditorPage = typeof page

Object.assign(globalThis, { editorPage: page })
