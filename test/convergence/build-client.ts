import { createHeadlessEditor } from '@lexical/headless'
import type { Provider } from '@lexical/yjs'
import { $getRoot, type LexicalEditor } from 'lexical'
import * as Y from 'yjs'
import {
  type BindingTrouble,
  type ChapterConnection,
  connectChapter,
} from '../../app/features/editor/binding/connect-chapter'
import { EDITOR_NODES } from '../../app/features/editor/nodes/editor-nodes'

export interface Client {
  readonly doc: Y.Doc
  readonly editor: LexicalEditor
  readonly connection: ChapterConnection | null
  readonly troubles: BindingTrouble[]
  readonly undoManager: Y.UndoManager
  update: (change: () => void) => void
  readText: () => string
  readParagraphs: () => string[]
  /** The editor's state with sorted keys: the order of keys differs between clients and means nothing. */
  readState: () => string
}

export interface ClientOptions {
  readonly chapterId?: string
  readonly writing?: boolean
}

/** A person's editor without a browser: the product's own binding over a headless Lexical. */
export function buildClient(
  doc: Y.Doc,
  { chapterId = 'chapter', writing = true }: ClientOptions = {},
): Client {
  const troubles: BindingTrouble[] = []
  let connection: ChapterConnection | null = null
  const editor = createHeadlessEditor({
    namespace: 'northing',
    nodes: [...EDITOR_NODES],
    onError: (error) => {
      if (connection) connection.reportError(error)
      else troubles.push({ type: 'failed', error })
    },
  })
  const undoManager = new Y.UndoManager(
    ['chapters', 'blocks', 'notes'].map((root) => doc.getMap(root)),
    {
      doc,
      trackedOrigins: new Set(),
    },
  )
  connection = connectChapter({
    editor,
    doc,
    chapterId,
    provider: buildSilentProvider(),
    undoManager,
    onTrouble: (trouble) => troubles.push(trouble),
  })
  connection?.setWriting(writing)
  return {
    doc,
    editor,
    connection,
    troubles,
    undoManager,
    update: (change) => editor.update(change, { discrete: true }),
    readText: () => editor.read('latest', () => $getRoot().getTextContent()),
    readParagraphs: () =>
      editor.read('latest', () =>
        $getRoot()
          .getChildren()
          .map((node) => node.getTextContent()),
      ),
    readState: () => JSON.stringify(sortKeys(editor.getEditorState().toJSON())),
  }
}

export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  )
}

function buildSilentProvider(): Provider {
  const ignore = () => undefined
  return {
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
  }
}

/** Everybody receives everything the others have; twice, because receiving may cause a repair. */
export function exchangeAll(docs: readonly Y.Doc[]): void {
  const pairs = docs.flatMap((from) => docs.filter((to) => to !== from).map((to) => ({ from, to })))
  for (const { from, to } of [...pairs, ...pairs]) {
    const update = Y.encodeStateAsUpdate(from, Y.encodeStateVector(to))
    if (update.length > 2) Y.applyUpdate(to, update, 'remote')
  }
}

export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
