import { createDOMRange } from '@lexical/selection'
import type { BindingV2 } from '@lexical/yjs'
import { type LexicalEditor, type TextNode } from 'lexical'
import * as Y from 'yjs'
import { type AnchorResolver, createTextAnchor } from '../../../document/anchor'
import type { TextAnchor } from '../../../domain/discussion/thread'
import type { TextPoint } from '../../../document/flat-text'
import type { WrittenText } from '../written-text'

interface Sought {
  /** One for all that are looked for together. */
  readonly resolve: AnchorResolver
  readonly chapterId: string
  readonly anchor: TextAnchor
}

/** The stretch of text an anchor is about, as it stands on the page; null when its words are gone. */
export function findRange(
  editor: LexicalEditor,
  binding: BindingV2,
  { resolve, chapterId, anchor }: Sought,
): Range | null {
  const resolved = resolve(chapterId, anchor)
  if (!resolved) return null
  return editor.read('latest', () => {
    const start = $findTextNode(binding, resolved.start)
    const end = $findTextNode(binding, resolved.end)
    return start && end
      ? createDOMRange(editor, start.node, start.offset, end.node, end.offset)
      : null
  })
}

function $findTextNode(
  binding: BindingV2,
  { text, index }: TextPoint,
): { node: TextNode; offset: number } | null {
  let left = index
  for (const node of binding.mapping.get(text) ?? []) {
    const size = node.getLatest().getTextContentSize()
    if (left <= size) return { node: node.getLatest(), offset: left }
    left -= size
  }
  return null
}

/**
 * The words this person has selected, as an anchor. It is read from the presence the binding keeps,
 * which is there for readers as well and writes nothing into the document.
 */
export function readSelectedAnchor(live: WrittenText, chapterId: string): TextAnchor | null {
  const state: unknown = live.provider.awareness.getLocalState()
  const from = readPosition(state, 'anchorPos')
  const to = readPosition(state, 'focusPos')
  if (!from || !to || Y.compareRelativePositions(from, to)) return null
  return createTextAnchor(live.doc, { chapterId, from, to })
}

function readPosition(state: unknown, key: 'anchorPos' | 'focusPos'): Y.RelativePosition | null {
  if (typeof state !== 'object' || state === null || !(key in state)) return null
  const position: unknown = (state as Record<string, unknown>)[key]
  return position instanceof Y.RelativePosition ? position : null
}
