import { createDOMRange } from '@lexical/selection'
import { $getNodeByKey, type LexicalEditor } from 'lexical'
import { NearbyHighlight } from '../../../ui/nearby-highlight'
import type { Match } from './find-in-editor'

const ALL = 'northing-find'
const CURRENT = 'northing-find-current'

/** Marks what was found on the page alone: nothing is written into the text. */
export class MatchMarks {
  private all: NearbyHighlight | null = null

  show(editor: LexicalEditor, matches: readonly Match[], current: number): void {
    const root = editor.getRootElement()
    if (!root || !('highlights' in CSS)) return
    this.all ??= new NearbyHighlight(ALL)
    const others = matches.filter((_match, index) => index !== current)
    this.all.show(
      root,
      others.flatMap((match) => findDomRange(editor, match) ?? []),
    )
    const match = matches[current]
    const range = match && findDomRange(editor, match)
    const chosen = range ? new Highlight(range) : new Highlight()
    chosen.priority = 1
    CSS.highlights.set(CURRENT, chosen)
  }

  hide(): void {
    if (!this.all) return
    this.all.stop()
    this.all = null
    CSS.highlights.delete(CURRENT)
  }
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
