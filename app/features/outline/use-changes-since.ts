import { useCallback, useEffect, useMemo, useState } from 'react'
import * as Y from 'yjs'
import { type ChangesSince, findChangesSince } from '../../document/changed-since'
import { noteVisit, readLastVisit } from '../../kept/last-visit'
import { isLeaving } from '../../kept/own-computer'

interface ChangesSinceOptions {
  readonly doc: Y.Doc | null
  /** Before that, what the server knows is not here. */
  readonly hasSynced: boolean
  readonly personId: string
  readonly documentId: string
  readonly chapterId: string | null
}

const REST_MS = 1_500

const NOTHING: ChangesSince = { chapters: new Set(), blocks: new Set() }

/** What was written since this person last left the page on this computer; a chapter that was opened is no longer new. */
export function useChangesSince(options: ChangesSinceOptions): ChangesSince {
  const { doc, hasSynced, personId, documentId, chapterId } = options
  const [found, setFound] = useState<ChangesSince>(NOTHING)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())

  const note = useCallback(() => {
    // Whoever signs out leaves nothing behind.
    if (doc && hasSynced && !isLeaving())
      noteVisit({ personId, documentId }, Y.encodeStateVector(doc))
  }, [doc, hasSynced, personId, documentId])

  useEffect(() => {
    if (!doc || !hasSynced) return undefined
    const seen = readLastVisit({ personId, documentId })
    if (!seen) return undefined
    const ownClients = new Set([doc.clientID])
    const look = () => {
      timer = undefined
      setFound(findChangesSince(doc, { seen, ownClients }))
    }
    // What this computer kept is there before what others wrote meanwhile.
    const lookSoon = ({ local, changed }: Y.Transaction) => {
      if (!local && changed.size > 0) timer ??= setTimeout(look, REST_MS)
    }
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(look)
    doc.on('afterTransaction', lookSoon)
    return () => {
      clearTimeout(timer)
      doc.off('afterTransaction', lookSoon)
    }
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
