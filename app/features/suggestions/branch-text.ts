import { fromBase64, toBase64 } from 'lib0/buffer'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { FORM_ORIGIN } from '../../document/origins'
import { blocksOf, chaptersOf, notesOf } from '../../document/shape'
import { openBranch } from '../../document/suggestions/open-branch'
import { type DraftPlace, readDraft } from '../../kept/drafts'
import { createKey } from '../../ui/send-form'

/** A private copy of the text with an undo of its own and nobody else in it (SU30). */
export interface BranchText {
  readonly id: string
  readonly doc: Y.Doc
  readonly undoManager: Y.UndoManager
  readonly provider: { readonly awareness: Awareness }
  /** Keys of changes that were sent from this branch before. */
  readonly sent: readonly string[]
  /** What was typed, to be kept in this browser. */
  readonly save: () => string
  readonly close: () => void
}

export function openBranchText(main: Y.Doc, place: DraftPlace): BranchText {
  const kept = readDraft(place)
  const branch = openBranch(main, kept ? fromBase64(kept.text) : undefined)
  const { doc } = branch
  const undoManager = new Y.UndoManager([chaptersOf(doc), blocksOf(doc), notesOf(doc)], {
    doc,
    trackedOrigins: new Set([FORM_ORIGIN]),
  })
  const awareness = new Awareness(doc)
  return {
    id: kept?.fields['branch'] ?? createKey(),
    doc,
    undoManager,
    provider: { awareness },
    sent: (kept?.fields['sent'] ?? '').split(' ').filter(Boolean),
    save: () => toBase64(branch.save()),
    close: () => {
      undoManager.destroy()
      awareness.destroy()
      branch.close()
    },
  }
}
