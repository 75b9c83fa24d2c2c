import { createDOMRange } from '@lexical/selection'
import { $getNodeByKey, type LexicalEditor } from 'lexical'
import type { Match } from './find-in-editor'

const ALL = 'northing-find'
const CURRENT = 'northing-find-current'

/** Marks what was found on the page alone: nothing is written into the text. */
export function showMatches(
  editor: LexicalEditor,
  matches: readonly Match[],
  current: number,
): void {
  if (!('highlights' in CSS)) return
  const all = new Highlight()
  const chosen = new Highlight()
  chosen.priority = 1
  matches.forEach((match, index) => {
    const range = findDomRange(editor, match)
    if (range) (index === current ? chosen : all).add(range)
  })
  CSS.highlights.set(ALL, all)
  CSS.highlights.set(CURRENT, chosen)
}

export function hideMatches(): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(CURRENT)
}

export function scrollToMatch(editor: LexicalEditor, match: Match): void {
  const range = findDomRange(editor, match)
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  range?.startContainer.parentElement?.scrollIntoView({
    block: 'center',
    behavior: isCalm ? 'auto' : 'smooth',
  })
}

function findDomRange(editor: LexicalEditor, { start, end }: Match): Range | null {
  return editor.read('latest', () => {
    const [first, last] = [$getNodeByKey(start.key), $getNodeByKey(end.key)]
    if (!first || !last) return null
    return createDOMRange(editor, first, start.offset, last, end.offset)
  })
}
