import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isParagraphNode,
  $isTextNode,
  type ParagraphNode,
  type TextNode,
} from 'lexical'
import { $createBlockRefNode } from '../../app/features/editor/nodes/block-ref-node'
import type { Client } from './build-client'

export type EditKind =
  'insert' | 'delete' | 'newParagraph' | 'split' | 'merge' | 'format' | 'move' | 'block'

export const MODES: Record<'text' | 'format' | 'all', readonly EditKind[]> = {
  text: ['insert', 'insert', 'delete', 'newParagraph'],
  format: ['insert', 'insert', 'delete', 'newParagraph', 'format'],
  all: [
    'insert',
    'insert',
    'insert',
    'delete',
    'newParagraph',
    'split',
    'merge',
    'format',
    'move',
    'block',
  ],
}

export type Random = (below: number) => number

/** xorshift: the same numbers for the same seed on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}

/** Each character typed in a run is used once, so that a lost or doubled one can be told. */
export class Tokens {
  readonly typed = new Set<string>()
  readonly deleted = new Set<string>()
  private next = 0

  take(): string {
    const token = String.fromCharCode(0x4e00 + (this.next++ % 20_000))
    this.typed.add(token)
    return token
  }
}

export function editAtRandom(
  client: Client,
  { random, tokens, kinds }: { random: Random; tokens: Tokens; kinds: readonly EditKind[] },
): void {
  client.update(() => {
    const paragraphs = $getRoot().getChildren().filter($isParagraphNode)
    const paragraph = paragraphs[random(paragraphs.length || 1)]
    const kind = kinds[random(kinds.length)]
    if (!paragraph || kind === 'newParagraph') return $addParagraph(paragraph, tokens)
    const texts = paragraph.getAllTextNodes().filter($isTextNode)
    const text = texts[random(texts.length || 1)]
    switch (kind) {
      case 'insert':
        return $insert(paragraph, text, { random, tokens })
      case 'merge':
        return $merge(paragraph)
      case 'move':
        return $move(paragraph, paragraphs[random(paragraphs.length)])
      case 'block':
        return void paragraph.insertAfter($createBlockRefNode(`block-${random(1000)}`, 'objective'))
      default:
        if (text && kind) $editText(text, kind, { random, tokens })
    }
  })
}

function $addParagraph(after: ParagraphNode | undefined, tokens: Tokens): void {
  const added = $createParagraphNode().append($createTextNode(tokens.take()))
  if (after) after.insertAfter(added)
  else $getRoot().append(added)
}

function $insert(
  paragraph: ParagraphNode,
  text: TextNode | undefined,
  { random, tokens }: { random: Random; tokens: Tokens },
): void {
  if (!text) return void paragraph.append($createTextNode(tokens.take()))
  const at = random(text.getTextContentSize() + 1)
  text.select(at, at).insertText(tokens.take())
}

function $editText(
  text: TextNode,
  kind: EditKind,
  { random, tokens }: { random: Random; tokens: Tokens },
): void {
  const content = text.getTextContent()
  const middle = content.length >> 1
  if (kind === 'delete' && content.length > 0) {
    const at = random(content.length)
    tokens.deleted.add(content.charAt(at))
    text.select(at, at + 1).removeText()
  }
  if (kind === 'split' && middle > 0) text.select(middle, middle).insertParagraph()
  if (kind === 'format' && middle > 0) text.splitText(middle)[0]?.toggleFormat('bold')
  if (kind === 'format' && middle === 0) text.toggleFormat('bold')
}

function $merge(paragraph: ParagraphNode): void {
  const next = paragraph.getNextSibling()
  if (!$isParagraphNode(next)) return
  paragraph.append(...next.getChildren())
  next.remove()
}

function $move(target: ParagraphNode, moved: ParagraphNode | undefined): void {
  if (!moved || moved.is(target)) return
  moved.remove()
  target.insertAfter(moved)
}
