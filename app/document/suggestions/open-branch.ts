import * as Y from 'yjs'

export interface Branch {
  readonly doc: Y.Doc
  /** What was typed and not sent, to be kept and opened again. */
  readonly save: () => Uint8Array
  readonly close: () => void
}

const FROM_MAIN = Symbol('from main')

/**
 * A private copy of the text to type in. What is written in main flows into it; what is typed into it goes nowhere
 * (suggestions SU30). `kept` is what `save` gave before a reload.
 */
export function openBranch(main: Y.Doc, kept?: Uint8Array): Branch {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(main), FROM_MAIN)
  if (kept) Y.applyUpdate(doc, kept, FROM_MAIN)
  const follow = (update: Uint8Array) => Y.applyUpdate(doc, update, FROM_MAIN)
  main.on('update', follow)
  return {
    doc,
    save: () => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(main)),
    close: () => {
      main.off('update', follow)
      doc.destroy()
    },
  }
}
