import { useSyncExternalStore } from 'react'
import { readDraft } from '../../kept/drafts'
import { useDiscussionPeople } from './discussion-people'

/** Whether words were begun there and not sent; looked at whenever the component is drawn. */
export function useHasDraft(strategyId: string, place: string): boolean {
  const { personId } = useDiscussionPeople()
  return useSyncExternalStore(
    hearNothing,
    () => personId !== '' && readDraft({ personId, strategyId, place }) !== null,
    () => false,
  )
}

function hearNothing() {
  return () => undefined
}
