import { useCallback, useEffect, useState } from 'react'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'

interface Removed {
  readonly words: string
  readonly restore: () => void
}

/** Long enough to read and reach by keyboard; Ctrl+Z brings the same back afterwards. */
const SHOWN_MS = 20_000

/** The last thing taken away from a card, and how to put it back. */
export function useRemoved() {
  const [removed, setRemoved] = useState<Removed | null>(null)
  useEffect(() => {
    if (!removed) return undefined
    const timer = setTimeout(() => setRemoved(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [removed])
  const report = useCallback((words: string, restore: () => void) => {
    setRemoved({ words, restore })
    announce(`${words} You can undo this.`)
  }, [])
  const clear = useCallback(() => setRemoved(null), [])
  return { removed, report, clear }
}

interface RemovedNoticeProps {
  readonly removed: Removed | null
  readonly onClear: () => void
}

export function RemovedNotice({ removed, onClear }: RemovedNoticeProps) {
  if (!removed) return null
  function putBack() {
    removed?.restore()
    announce('Put back.')
    onClear()
  }
  return (
    <p className="block-removed">
      {removed.words}
      <Button type="button" small onClick={putBack}>
        Undo
      </Button>
    </p>
  )
}
