import { type KeyboardEvent, type RefObject, useState } from 'react'
import { type Mentionable, offerMentions, readMentionQuery } from '../../domain/discussion/mentions'
import { announce } from '../../ui/live-region'
import { useDiscussionPeople } from './discussion-people'

const SHOWN = 6

export interface MentionOffer {
  readonly offers: readonly Mentionable[]
  readonly active: number
  readonly choose: (mention: Mentionable) => void
}

/** Whom an @ before the caret may mean; the chosen ids tell two people of one name apart (DI20). */
export function useMentionOffer(
  box: RefObject<HTMLTextAreaElement>,
  onWords: (text: string) => void,
) {
  const { mentionables } = useDiscussionPeople()
  const [query, setQuery] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const offers = query === null ? [] : offerMentions(query, mentionables, SHOWN)

  function look() {
    const area = box.current
    const found = area ? readMentionQuery(area.value, area.selectionStart) : null
    const next = found?.query ?? null
    if (next === query) return
    setQuery(next)
    setActive(0)
    const count = next === null ? 0 : offerMentions(next, mentionables, SHOWN).length
    if (count > 0 && query === null)
      announce(`${count} to mention. Up and down choose, Enter writes the name.`)
  }

  function choose(mention: Mentionable) {
    const area = box.current
    const found = area ? readMentionQuery(area.value, area.selectionStart) : null
    if (!area || !found) return
    area.setRangeText(`@${mention.name} `, found.at, area.selectionStart, 'end')
    onWords(area.value)
    setChosen((ids) => [...new Set([...ids, mention.id])])
    setQuery(null)
  }

  function handleKey({ key }: KeyboardEvent): boolean {
    if (offers.length === 0) return false
    const act = new Map([
      ['ArrowDown', () => setActive((active + 1) % offers.length)],
      ['ArrowUp', () => setActive((active + offers.length - 1) % offers.length)],
      ['Escape', () => setQuery(null)],
      ['Enter', () => offers[active] && choose(offers[active])],
      ['Tab', () => offers[active] && choose(offers[active])],
    ]).get(key)
    act?.()
    return act !== undefined
  }

  return { offers, active, chosen, choose, handleKey, look, close: () => setQuery(null) }
}
