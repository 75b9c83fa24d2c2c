import { type TermFinder } from '../../domain/glossary/find-terms'

export interface MarkedWord {
  readonly termId: string
  readonly range: Range
}

/** Every term in the text below an element, where it stands now; what is in cards has its own fields and is left out. */
export function findMarkedWords(root: Element, finder: TermFinder): MarkedWord[] {
  const words: MarkedWord[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element && node.matches('.editor-block')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  })
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    for (const { termId, from, to } of finder.find(node.data)) {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      words.push({ termId, range })
    }
  }
  return words
}

/** The term at a place in the text. */
export function findWordAt(
  words: readonly MarkedWord[],
  place: { readonly node: Node; readonly offset: number } | null,
): string | null {
  if (!place) return null
  const found = words.find(({ range }) => range.isPointInRange(place.node, place.offset))
  return found?.termId ?? null
}

/** The place under the pointer, as the browser has it. */
export function findPlaceAt(x: number, y: number): { node: Node; offset: number } | null {
  const position = document.caretPositionFromPoint?.(x, y)
  if (position) return { node: position.offsetNode, offset: position.offset }
  const range = document.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}
