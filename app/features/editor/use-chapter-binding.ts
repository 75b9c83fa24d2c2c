import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { type Provider, setLocalStateFocus, syncCursorPositions } from '@lexical/yjs'
import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  FOCUS_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
  mergeRegister,
} from 'lexical'
import { type RefObject, useEffect, useState } from 'react'
import { dropDoubledReferences } from '../../document/drop-doubled-references'
import { REPAIR_ORIGIN } from '../../document/origins'
import {
  type BindingTrouble,
  type ChapterConnection,
  connectChapter,
} from './binding/connect-chapter'
import type { WrittenText } from './written-text'
import { withOrganisations } from './live/with-organisations'
import { useLatest } from './use-latest'

export interface ChapterBindingOptions {
  readonly live: WrittenText
  readonly chapterId: string
  readonly userName: string
  /** Allowed, synced, and not closed. */
  readonly mayWrite: boolean
  /** Where other people's carets are drawn. */
  readonly cursors: RefObject<HTMLElement>
  readonly onTrouble: (trouble: BindingTrouble) => void
}

/** Ties the composer's editor to a chapter for as long as both stand; the connection once the text is shown. */
export function useChapterBinding(options: ChapterBindingOptions): ChapterConnection | null {
  const { live, chapterId, userName, mayWrite, cursors, onTrouble } = options
  const [editor] = useLexicalComposerContext()
  const [connection, setConnection] = useState<ChapterConnection | null>(null)
  const report = useLatest(onTrouble)

  useEffect(() => {
    editor.setEditable(false)
    // The binding's own type asks for a stricter presence than y-websocket declares; the values are the same.
    const provider = live.provider as unknown as Provider
    introduce(provider, { userName, chapterId })
    const opened = connectChapter({
      editor,
      doc: live.doc,
      chapterId,
      provider,
      undoManager: live.undoManager,
      onTrouble: (trouble) => {
        editor.setEditable(false)
        report.current(trouble)
      },
      onReferencesChanged: () => queueMicrotask(() => repairReferences(opened, live, chapterId)),
    })
    if (!opened) return undefined
    opened.binding.cursorsContainer = cursors.current
    const stopFollowing = mergeRegister(
      followCommands(editor, live, userName),
      followCursors(opened, live, provider),
    )
    // oxlint-disable-next-line react/set-state-in-effect -- the connection is made by this very effect
    setConnection(opened)
    return () => {
      stopFollowing()
      setConnection(null)
      opened.setWriting(false)
      opened.stop()
      live.undoManager.stopCapturing()
    }
  }, [editor, live, chapterId, userName, cursors, report])

  useEffect(() => {
    if (!connection) return
    connection.setWriting(mayWrite)
    editor.setEditable(connection.isWriting())
  }, [editor, connection, mayWrite])

  return connection
}

/** Tells the others where this person is. Who it is, the server says. */
function introduce(
  provider: Provider,
  { userName, chapterId }: { userName: string; chapterId: string },
): void {
  provider.awareness.setLocalState({
    anchorPos: null,
    focusPos: null,
    focusing: false,
    awarenessData: {},
    name: userName,
    color: '#4a5560',
    chapterId,
  })
}

/** Two people moved one block at once: its second reference goes. Not an undo step of anybody's. */
function repairReferences(
  connection: ChapterConnection | null,
  live: WrittenText,
  chapterId: string,
): void {
  if (connection?.isWriting()) dropDoubledReferences(live.doc, chapterId, REPAIR_ORIGIN)
}

function followCommands(editor: LexicalEditor, live: WrittenText, userName: string): () => void {
  const provider = live.provider as unknown as Provider
  const setFocus = (isFocused: boolean) => {
    setLocalStateFocus(provider, userName, '#4a5560', isFocused, {})
    return false
  }
  const step = (act: () => unknown) => {
    if (!editor.isEditable()) return true
    act()
    return true
  }
  return mergeRegister(
    editor.registerCommand(
      UNDO_COMMAND,
      () => step(() => live.undoManager.undo()),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      REDO_COMMAND,
      () => step(() => live.undoManager.redo()),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(FOCUS_COMMAND, () => setFocus(true), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(BLUR_COMMAND, () => setFocus(false), COMMAND_PRIORITY_EDITOR),
  )
}

function followCursors(
  connection: ChapterConnection,
  live: WrittenText,
  provider: Provider,
): () => void {
  const named = withOrganisations(provider)
  const draw = () => syncCursorPositions(connection.binding, named, { selectionHighlight: true })
  draw()
  live.provider.awareness.on('update', draw)
  window.addEventListener('resize', draw)
  return () => {
    live.provider.awareness.off('update', draw)
    window.removeEventListener('resize', draw)
    // Takes the others' carets off the page before the editor goes.
    connection.binding.cursors.clear()
    connection.binding.cursorsContainer?.replaceChildren()
  }
}
