import { useEffect, useMemo } from 'react'
import { useSteadyState } from '../../../ui/use-steady-state'
import type * as Y from 'yjs'
import { orderAtomsOf } from '../../../document/order-atoms'
import { chaptersOf, noteTextOf, notesOf } from '../../../document/shape'
import type { Registers } from '../../../domain/links/registers'
import type { AtomOrder } from '../../../domain/strategy/list-atoms'
import type { AtomFacts } from './atom-facts'
import { buildFacts } from './build-facts'

/** Numbers need not follow every key; they may be a moment late, and typing must not wait for them. */
const QUIET_MS = 250

interface Seen {
  readonly order: AtomOrder
  readonly texts: ReadonlyMap<string, string>
}

/** What footnotes, citations and chips say now, in this chapter and all others. */
export function useAtomFacts(doc: Y.Doc, registers: Registers): AtomFacts {
  const [seen, setSeen] = useSteadyState<Seen>(() => look(doc), isSame)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const lookAgain = () => {
      timer = null
      setSeen(look(doc))
    }
    const onChange = () => {
      timer ??= setTimeout(lookAgain, QUIET_MS)
    }
    chaptersOf(doc).observeDeep(onChange)
    notesOf(doc).observeDeep(onChange)
    onChange()
    return () => {
      if (timer !== null) clearTimeout(timer)
      chaptersOf(doc).unobserveDeep(onChange)
      notesOf(doc).unobserveDeep(onChange)
    }
  }, [doc, setSeen])
  return useMemo(
    () => buildFacts(seen.order, registers, (id) => seen.texts.get(id) ?? ''),
    [seen, registers],
  )
}

function look(doc: Y.Doc): Seen {
  const order = orderAtomsOf(doc)
  const texts = order.notes.map((id): [string, string] => [
    id,
    noteTextOf(doc, id)?.toString() ?? '',
  ])
  return { order, texts: new Map(texts) }
}

function isSame(a: Seen, b: Seen): boolean {
  return JSON.stringify([a.order, ...a.texts]) === JSON.stringify([b.order, ...b.texts])
}
