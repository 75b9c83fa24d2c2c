import { useEffect, useState } from 'react'
import { announce } from '../../../ui/live-region'
import type { OpenChapter } from '../open-chapter'
import type { LiveDocument } from './live-document'
import type { PersonHere } from './people-here'

interface FollowingOptions {
  readonly live: LiveDocument | null
  readonly people: readonly PersonHere[]
  readonly chapterId: string | null
  readonly openChapter: OpenChapter | null
  readonly goTo: (chapterId: string) => void
}

export interface Following {
  readonly followed: PersonHere | null
  follow: (personId: string | null) => void
}

const LOOK_MS = 250

/** Goes where somebody else goes, chapter and caret, until one writes oneself, presses Escape, or they leave. */
export function useFollowing(options: FollowingOptions): Following {
  const { live, people, chapterId, openChapter, goTo } = options
  const [personId, setPersonId] = useState<string | null>(null)
  const followed = people.find((person) => person.personId === personId) ?? null
  const clientId = followed?.clientId ?? null
  const theirChapter = followed?.chapterId ?? null

  useEffect(() => {
    if (theirChapter !== null && theirChapter !== chapterId) goTo(theirChapter)
  }, [theirChapter, chapterId, goTo])

  useEffect(() => {
    if (!live || !openChapter || clientId === null) return undefined
    const look = setInterval(() => openChapter.showCaretOf(clientId), LOOK_MS)
    return () => clearInterval(look)
  }, [live, openChapter, clientId])

  useEffect(() => {
    if (clientId === null) return undefined
    const stop = ({ target, key }: KeyboardEvent) => {
      const isInText = target instanceof Element && target.closest('[contenteditable="true"]')
      if (key === 'Escape' || isInText) setPersonId(null)
    }
    addEventListener('keydown', stop, true)
    return () => removeEventListener('keydown', stop, true)
  }, [clientId])

  return {
    followed,
    follow: (next) => {
      const name = people.find((person) => person.personId === next)?.name
      announce(name ? `Following ${name}. Escape stops it.` : 'Not following anybody.')
      setPersonId(next)
    },
  }
}
