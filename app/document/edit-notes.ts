import * as Y from 'yjs'
import { noteTextOf, notesOf } from './shape'

/** What a footnote says, made whole in one transaction: two people making its text at once would lose one of them. */
export function insertNote(
  doc: Y.Doc,
  { id, text }: { readonly id: string; readonly text: string },
  origin: unknown,
): void {
  if (noteTextOf(doc, id)) return
  doc.transact(() => {
    const note = new Y.Map<unknown>()
    note.set('text', new Y.Text(text))
    notesOf(doc).set(id, note)
  }, origin)
}
