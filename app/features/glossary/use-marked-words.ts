import { useEffect, useMemo, useState } from 'react'
import { createTermFinder } from '../../domain/glossary/find-terms'
import type { GlossaryTerm } from '../../domain/glossary/term'
import { NearbyHighlight } from '../../ui/nearby-highlight'
import { type MarkedWord, findMarkedWords } from './marked-words'

const REST_MS = 1_500

/** Marks terms in the text, a moment after the typing rests; nothing of it is in the text itself. */
export function useMarkedWords(
  root: Element | null,
  terms: readonly GlossaryTerm[],
): readonly MarkedWord[] {
  const [words, setWords] = useState<readonly MarkedWord[]>([])
  const finder = useMemo(() => createTermFinder(terms), [terms])
  useEffect(() => {
    if (!root) return undefined
    const highlight = new NearbyHighlight('glossary')
    const mark = () => {
      const found = findMarkedWords(root, finder)
      highlight.show(
        root,
        found.map(({ range }) => range),
      )
      setWords(found)
    }
    let timer = setTimeout(mark, REST_MS)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(mark, REST_MS)
    })
    observer.observe(root, { childList: true, characterData: true, subtree: true })
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      highlight.stop()
      setWords([])
    }
  }, [root, finder])
  return words
}
