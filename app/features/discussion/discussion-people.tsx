import { type ReactNode, createContext, useContext } from 'react'
import type { Mentionable } from '../../domain/discussion/mentions'

/** Who reads here, whom a comment may speak to, and who may be asked to see to a thread. */
export interface DiscussionPeople {
  readonly personId: string
  readonly mentionables: readonly Mentionable[]
  readonly assignees: readonly { readonly id: string; readonly name: string }[]
}

const NOBODY: DiscussionPeople = { personId: '', mentionables: [], assignees: [] }
const People = createContext(NOBODY)

interface ProviderProps {
  readonly people: DiscussionPeople
  readonly children: ReactNode
}

/** For every form and card of a discussion, however deep it stands. */
export function DiscussionPeopleProvider({ people, children }: ProviderProps) {
  return <People.Provider value={people}>{children}</People.Provider>
}

export function useDiscussionPeople(): DiscussionPeople {
  return useContext(People)
}
