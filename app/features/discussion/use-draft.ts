import { useCallback, useEffect, useMemo, useRef } from 'react'
import { type Draft, type DraftPlace, dropDraft, keepDraft, readDraft } from '../../kept/drafts'

const PAUSE_MS = 300

interface DraftOptions extends DraftPlace {
  readonly about: string
  readonly fields: Readonly<Record<string, string>>
}

/** What is typed in one form, kept on this computer when typing pauses and when the form closes (DI33). */
export function useDraft({ personId, strategyId, place, about, fields }: DraftOptions) {
  const named = useMemo(
    () => (personId === '' || place === '' ? null : { personId, strategyId, place }),
    [personId, strategyId, place],
  )
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; draft: Draft } | null>(null)

  const flush = useCallback(() => {
    if (!waiting.current || !named) return
    clearTimeout(waiting.current.timer)
    keepDraft(named, waiting.current.draft)
    waiting.current = null
  }, [named])
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  return {
    read: useCallback(() => (named ? readDraft(named) : null), [named]),
    keep(text: string) {
      if (waiting.current) clearTimeout(waiting.current.timer)
      const draft = { text, about, fields, at: Date.now() }
      waiting.current = { timer: setTimeout(flush, PAUSE_MS), draft }
    },
    drop() {
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = null
      if (named) dropDraft(named)
    },
  }
}
