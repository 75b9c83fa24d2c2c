import {
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  mergeRegister,
} from 'lexical'
import type { ClipboardForms, PasteOptions } from './register-paste'

/** The paste's own code comes after the page stands; what is pasted before waits for it. */
export function loadPaste(editor: LexicalEditor, options: PasteOptions): () => void {
  const held: ClipboardForms[] = []
  let stop = holdPastes(editor, held)
  let isGone = false
  void import('./register-paste').then(({ registerPaste, pasteForms }) => {
    if (isGone) return
    stop()
    stop = registerPaste(editor, options)
    for (const forms of held) editor.update(() => pasteForms(forms, options))
  })
  return () => {
    isGone = true
    stop()
  }
}

/** Nothing may take Lexical's own way into the text meanwhile. */
function holdPastes(editor: LexicalEditor, held: ClipboardForms[]): () => void {
  const hold = (event: Event, data: DataTransfer | null) => {
    if (!data) return false
    event.preventDefault()
    held.push(readForms(data))
    return true
  }
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => hold(event, 'clipboardData' in event ? event.clipboardData : null),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => typeof event !== 'string' && hold(event, event.dataTransfer),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      () => true,
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

/** A clipboard can be read only while its event lasts. */
function readForms(data: DataTransfer): ClipboardForms {
  return {
    own: data.getData('application/x-lexical-editor'),
    html: data.getData('text/html'),
    plain: data.getData('text/plain') || data.getData('text/uri-list'),
    files: [...data.files],
  }
}
