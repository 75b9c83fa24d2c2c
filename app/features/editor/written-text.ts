import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'

/** A text an editor is tied to: the shared one, or somebody's private copy of it. */
export interface WrittenText {
  readonly doc: Y.Doc
  readonly undoManager: Y.UndoManager
  /** Who else is in it, and where this person is. */
  readonly provider: Pick<WebsocketProvider, 'awareness'>
}
