import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import { findStretches } from './search-pattern'

export interface MatchPoint {
  readonly key: string
  readonly offset: number
}

/** Where something was found: it may begin in one run of text and end in another. */
export interface Match {
  readonly start: MatchPoint
  readonly end: MatchPoint
}

/** Every place in the chapter, in reading order. Reads the whole text: never for a keystroke in it. */
export function $findMatches(pattern: RegExp): Match[] {
  const matches: Match[] = []
  const waiting: LexicalNode[] = [...$getRoot().getChildren()].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!$isElementNode(node)) continue
    if (node.getChildren().some($isInLine)) matches.push(...$findInLine(node, pattern))
    waiting.push(
      ...node
        .getChildren()
        .filter((child) => !$isInLine(child))
        .reverse(),
    )
  }
  return matches
}

function $isInLine(node: LexicalNode): boolean {
  return $isTextNode(node) || $isLineBreakNode(node) || ($isElementNode(node) && node.isInline())
}

interface Run {
  readonly node: TextNode
  readonly offset: number
}

function $findInLine(line: ElementNode, pattern: RegExp): Match[] {
  const runs: Run[] = []
  let text = ''
  const visit = (node: LexicalNode) => {
    if ($isTextNode(node)) {
      runs.push({ node, offset: text.length })
      text += node.getTextContent()
    } else if ($isElementNode(node) && node.isInline()) node.getChildren().forEach(visit)
    // A line break, a footnote or a chip parts the words around it.
    else text += '\n'
  }
  line.getChildren().forEach(visit)
  return findStretches(text, pattern).flatMap(({ start, end }) => {
    const first = runs.findLast(({ offset }) => offset <= start)
    const last = runs.findLast(({ offset }) => offset < end)
    if (!first || !last) return []
    return [
      {
        start: { key: first.node.getKey(), offset: start - first.offset },
        end: { key: last.node.getKey(), offset: end - last.offset },
      },
    ]
  })
}

/** Puts the selection on a match. */
export function $selectMatch({ start, end }: Match): void {
  const selection = $createRangeSelection()
  selection.anchor.set(start.key, start.offset, 'text')
  selection.focus.set(end.key, end.offset, 'text')
  $setSelection(selection)
}

/** From the last to the first, so that the places of the others still hold. */
export function $replaceMatches(matches: readonly Match[], words: string): void {
  for (const match of matches.toReversed()) {
    const selection = $createRangeSelection()
    selection.anchor.set(match.start.key, match.start.offset, 'text')
    selection.focus.set(match.end.key, match.end.offset, 'text')
    $setSelection(selection)
    if (words === '') selection.removeText()
    else selection.insertText(words)
  }
}
