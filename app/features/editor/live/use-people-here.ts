import { useEffect } from 'react'
import { isSameData, useSteadyState } from '../../../ui/use-steady-state'
import type { LiveDocument } from './live-document'
import { type PersonHere, listPeopleHere } from './people-here'

/** Everybody else with this strategy open. Carets move with every key; the list changes only when people do. */
export function usePeopleHere(
  live: LiveDocument | null,
  ownPersonId: string,
): readonly PersonHere[] {
  const [people, setPeople] = useSteadyState<readonly PersonHere[]>([], isSameData)
  useEffect(() => {
    if (!live) return undefined
    const { awareness } = live.provider
    const refresh = () => setPeople(listPeopleHere(awareness.getStates(), ownPersonId))
    refresh()
    awareness.on('change', refresh)
    return () => {
      awareness.off('change', refresh)
      setPeople([])
    }
  }, [live, ownPersonId, setPeople])
  return people
}
