import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { type DraftPlace, readDraft } from '../../kept/drafts'

export interface Suggesting {
  /** Where this browser keeps what is typed for this chapter and not sent. */
  readonly place: DraftPlace
  readonly isOn: boolean
  /** Something typed before was not sent. */
  readonly hasKept: boolean
  readonly start: () => void
  readonly stop: () => void
}

interface SuggestingOptions {
  readonly personId: string
  readonly strategyId: string
  readonly chapterId: string | null
}

/** Whether the open chapter is being typed suggestions into; another chapter begins as text to read. */
export function useSuggesting({ personId, strategyId, chapterId }: SuggestingOptions): Suggesting {
  const [inChapter, setInChapter] = useState<string | null>(null)
  const isOn = chapterId !== null && inChapter === chapterId
  const place = useMemo(
    () => ({ personId, strategyId, place: `suggest ${chapterId}` }),
    [personId, strategyId, chapterId],
  )
  const hasKept = useSyncExternalStore(
    hearNothing,
    () => !isOn && readDraft(place) !== null,
    () => false,
  )
  return {
    place,
    isOn,
    hasKept,
    start: useCallback(() => setInChapter(chapterId), [chapterId]),
    stop: useCallback(() => setInChapter(null), []),
  }
}

function hearNothing() {
  return () => undefined
}
