import { useCallback, useEffect, useMemo, useState } from 'react'
import * as Y from 'yjs'
import { type ChangesSince, findChangesSince } from '../../document/changed-since'
import { noteVisit, readLastVisit } from '../../kept/last-visit'

interface ChangesSinceOptions {
  readonly doc: Y.Doc | null
  /** Before that, what the server knows is not here. */
  readonly hasSynced: boolean
  readonly personId: string
  readonly documentId: string
  readonly chapterId: string | null
}

const NOTHING: ChangesSince = { chapters: new Set(), blocks: new Set() }

/** What was written since this person last left the page on this computer; a chapter that was opened is no longer new. */
export function useChangesSince(options: ChangesSinceOptions): ChangesSince {
  const { doc, hasSynced, personId, documentId, chapterId } = options
  const [found, setFound] = useState<ChangesSince>(NOTHING)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())

  const note = useCallback(() => {
    if (doc && hasSynced) noteVisit({ personId, documentId }, Y.encodeStateVector(doc))
  }, [doc, hasSynced, personId, documentId])

  useEffect(() => {
    if (!doc || !hasSynced) return undefined
    const seen = readLastVisit({ personId, documentId })
    const timer = setTimeout(() => {
      if (seen) setFound(findChangesSince(doc, { seen, ownClients: new Set([doc.clientID]) }))
    })
    return () => clearTimeout(timer)
  }, [doc, hasSynced, personId, documentId])

  useEffect(() => {
    addEventListener('pagehide', note)
    return () => {
      removeEventListener('pagehide', note)
      note()
    }
  }, [note])

  useEffect(() => {
    if (chapterId === null) return undefined
    const leave = () => setOpened((last) => new Set([...last, chapterId]))
    return leave
  }, [chapterId])

  return useMemo(
    () => ({
      chapters: new Set([...found.chapters].filter((id) => !opened.has(id))),
      blocks: found.blocks,
    }),
    [found, opened],
  )
}
