import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLatest } from '../use-latest'
import { LiveDocument, type LiveDocumentOptions } from './live-document'
import { INITIAL_SAVE_STATE, type SaveState } from './save-state'

/** Opens the shared text for as long as the page stands; null on the server and until the page has come alive. */
export function useLiveDocument(options: LiveDocumentOptions): LiveDocument | null {
  const { strategyId, documentId, personId } = options
  const [live, setLive] = useState<LiveDocument | null>(null)
  const latest = useLatest(options)
  useEffect(() => {
    const onChanged = (what: string) => latest.current.onChanged?.(what)
    const opened = new LiveDocument({ strategyId, documentId, personId, onChanged })
    // oxlint-disable-next-line react/set-state-in-effect -- it can be opened in a browser only, so by this effect
    setLive(opened)
    return () => {
      setLive(null)
      opened.destroy()
    }
  }, [strategyId, documentId, personId, latest])
  return live
}

/** Changes several times with every key: for what is small. */
export function useSaveState(live: LiveDocument | null): SaveState {
  return useSyncExternalStore(
    live ? live.subscribe : neverChanges,
    live ? live.getState : getInitial,
    getInitial,
  )
}

/** One thing of it, which draws anew when that changes: for whole pages. What is the same must be one value. */
export function useSaveFact<Fact>(
  live: LiveDocument | null,
  select: (state: SaveState) => Fact,
): Fact {
  return useSyncExternalStore(
    live ? live.subscribe : neverChanges,
    () => select(live ? live.getState() : INITIAL_SAVE_STATE),
    () => select(INITIAL_SAVE_STATE),
  )
}

function neverChanges(): () => void {
  return () => undefined
}

function getInitial(): SaveState {
  return INITIAL_SAVE_STATE
}
