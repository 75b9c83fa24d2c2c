import { useCallback, useEffect, useState } from 'react'
import type * as Y from 'yjs'
import {
  type Compared,
  type TypedChange,
  compareBranch,
} from '../../document/suggestions/compare-branch'
import { type DraftPlace, dropDraft, keepDraft } from '../../kept/drafts'
import { keyOfChange } from './branch-keys'
import { type BranchText, openBranchText } from './branch-text'

const PAUSE_MS = 400

interface BranchOptions {
  readonly main: Y.Doc
  readonly place: DraftPlace
  readonly chapterId: string
  readonly title: string
}

export interface KeyedChange {
  readonly key: string
  readonly change: TypedChange
}

export interface OpenBranch {
  /** Null for the moment until the copy stands. */
  readonly text: BranchText | null
  /** What was typed and not sent yet. */
  readonly changes: readonly KeyedChange[]
  readonly untold: readonly string[]
  /** These are suggestions now. */
  readonly noteSent: (keys: readonly string[]) => void
}

const NOTHING: Compared = { changes: [], untold: [] }

/**
 * A branch of the text for one chapter: told apart when typing pauses, and kept in this browser until it is sent.
 * Drawn anew after `forgetBranch`, it is the text as it stands.
 */
export function useBranch({ main, place, chapterId, title }: BranchOptions): OpenBranch {
  const [text, setText] = useState<BranchText | null>(null)
  const [compared, setCompared] = useState(NOTHING)
  const [sent, setSent] = useState<readonly string[]>([])

  useEffect(() => {
    const opened = openBranchText(main, place)
    let timer: ReturnType<typeof setTimeout> | undefined
    const compare = () => setCompared(compareBranch(main, opened.doc, chapterId))
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(compare, PAUSE_MS)
    }
    // oxlint-disable-next-line react/set-state-in-effect -- the copy is made by this very effect
    setText(opened)
    setSent(opened.sent)
    compare()
    opened.doc.on('update', later)
    return () => {
      clearTimeout(timer)
      setText(null)
      opened.close()
    }
  }, [main, place, chapterId])

  useEffect(() => {
    if (!text) return
    if (compared.changes.length === 0 && compared.untold.length === 0) dropDraft(place)
    else
      keepDraft(place, {
        text: text.save(),
        about: title,
        fields: { branch: text.id, sent: sent.join(' ') },
        at: Date.now(),
      })
  }, [text, compared, sent, place, title])

  const changes = text
    ? compared.changes
        .map((change) => ({ key: keyOfChange(text.id, change), change }))
        .filter(({ key }) => !sent.includes(key))
    : []
  return {
    text,
    changes,
    untold: compared.untold,
    noteSent: useCallback((keys) => setSent((known) => [...known, ...keys]), []),
  }
}

/** Takes back everything that was typed and not sent. */
export function forgetBranch(place: DraftPlace): void {
  dropDraft(place)
}
