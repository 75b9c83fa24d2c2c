import { useCallback, useEffect, useRef, useState } from 'react'
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
  /** What has not been sent as the text is this moment: typing may not have paused yet. */
  readonly readUnsent: () => Unsent
  /** Takes back everything that was typed and not sent; drawn anew, the branch is the text as it stands. */
  readonly forget: () => void
}

export interface Unsent {
  readonly changes: readonly KeyedChange[]
  readonly untold: readonly string[]
}

const NOTHING: Compared = { changes: [], untold: [] }

/** A branch of the text for one chapter: told apart when typing pauses, and kept in this browser until it is sent. */
export function useBranch({ main, place, chapterId, title }: BranchOptions): OpenBranch {
  const [text, setText] = useState<BranchText | null>(null)
  const [compared, setCompared] = useState(NOTHING)
  const [sent, setSent] = useState<readonly string[]>([])
  // Read where something is kept or sent in the middle of typing; `sent` above is the same, to be shown.
  const facts = useRef<BranchFacts>(FRESH)

  useEffect(() => {
    const opened = openBranchText(main, place)
    facts.current = { sent: opened.sent, isForgotten: false }
    let timer: ReturnType<typeof setTimeout> | null = null
    const compare = () => {
      timer = null
      const now = compareBranch(main, opened.doc, chapterId)
      keepBranch({ place, title, text: opened, compared: now, facts: facts.current })
      return now
    }
    const later = () => {
      if (timer) clearTimeout(timer)
      timer = setTimeout(() => setCompared(compare()), PAUSE_MS)
    }
    /** The last letters before a page goes. */
    const flush = () => {
      if (!timer) return
      clearTimeout(timer)
      compare()
    }
    // oxlint-disable-next-line react/set-state-in-effect -- the copy is made by this very effect
    setText(opened)
    setSent(opened.sent)
    setCompared(compare())
    opened.doc.on('update', later)
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
      setText(null)
      opened.close()
    }
  }, [main, place, chapterId, title])

  const readUnsent = useCallback((): Unsent => {
    if (!text) return NOTHING_UNSENT
    const now = compareBranch(main, text.doc, chapterId)
    setCompared(now)
    return unsentOf(text, now, facts.current.sent)
  }, [text, main, chapterId])
  const noteSent = useCallback(
    (keys: readonly string[]) => {
      if (!text) return
      facts.current = { ...facts.current, sent: [...facts.current.sent, ...keys] }
      setSent(facts.current.sent)
      const now = compareBranch(main, text.doc, chapterId)
      keepBranch({ place, title, text, compared: now, facts: facts.current })
      setCompared(now)
    },
    [text, main, chapterId, place, title],
  )
  const forget = useCallback(() => {
    facts.current = { ...facts.current, isForgotten: true }
    dropDraft(place)
  }, [place])

  const shown = text ? unsentOf(text, compared, sent) : NOTHING_UNSENT
  return { text, ...shown, noteSent, readUnsent, forget }
}

const NOTHING_UNSENT: Unsent = { changes: [], untold: [] }

interface BranchFacts {
  readonly sent: readonly string[]
  /** Discarded, or all of it sent: nothing of it is kept any more. */
  readonly isForgotten: boolean
}

const FRESH: BranchFacts = { sent: [], isForgotten: false }

function unsentOf(
  text: BranchText,
  { changes, untold }: Compared,
  sent: readonly string[],
): Unsent {
  const keyed = changes.map((change) => ({ key: keyOfChange(text.id, change), change }))
  return { changes: keyed.filter(({ key }) => !sent.includes(key)), untold }
}

interface Kept {
  readonly place: DraftPlace
  readonly title: string
  readonly text: BranchText
  readonly compared: Compared
  readonly facts: BranchFacts
}

function keepBranch({ place, title, text, compared, facts }: Kept): void {
  if (facts.isForgotten) return
  if (compared.changes.length === 0 && compared.untold.length === 0) return dropDraft(place)
  keepDraft(place, {
    text: text.save(),
    about: title,
    fields: { branch: text.id, sent: facts.sent.join(' ') },
    at: Date.now(),
  })
}
