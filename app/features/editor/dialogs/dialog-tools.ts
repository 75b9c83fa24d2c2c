import type { LexicalEditor } from 'lexical'
import type * as Y from 'yjs'

/** What every dialog of the text works with. */
export interface DialogTools {
  readonly editor: LexicalEditor
  readonly doc: Y.Doc
  readonly undoManager: Y.UndoManager
  readonly newId: () => string
  /** Closes it; the caret comes back to where it was. */
  readonly onDone: () => void
}
