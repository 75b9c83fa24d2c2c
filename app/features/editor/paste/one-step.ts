import type * as Y from 'yjs'

/** Until the answer is called, everything this person changes is one step of undo, and nothing else is. */
export function beginStep(undoManager: Y.UndoManager): () => void {
  const before = undoManager.captureTimeout
  undoManager.stopCapturing()
  undoManager.captureTimeout = Number.POSITIVE_INFINITY
  return () => {
    undoManager.captureTimeout = before
    undoManager.stopCapturing()
  }
}
