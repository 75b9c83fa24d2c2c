import { useEffect, useState } from 'react'
import type { LiveDocument } from './live-document'
import { type PersonHere, listPeopleHere } from './people-here'

/** Everybody else with this strategy open. Carets move with every key; the list changes only when people do. */
export function usePeopleHere(
  live: LiveDocument | null,
  ownPersonId: string,
): readonly PersonHere[] {
  const [people, setPeople] = useState<readonly PersonHere[]>([])
  useEffect(() => {
    if (!live) return undefined
    const { awareness } = live.provider
    const refresh = () => {
      const next = listPeopleHere(awareness.getStates(), ownPersonId)
      setPeople((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
    }
    refresh()
    awareness.on('change', refresh)
    return () => {
      awareness.off('change', refresh)
      setPeople([])
    }
  }, [live, ownPersonId])
  return people
}
