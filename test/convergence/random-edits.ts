import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isParagraphNode,
  $isTextNode,
  type ElementNode,
  type ParagraphNode,
  type TextNode,
} from 'lexical'
import { $createBlockRefNode } from '../../app/features/editor/nodes/block-ref-node'
import type { Client } from './build-client'
import {
  $editNodes,
  $findLines,
  ADDING,
  type NodeEdit,
  NODE_EDITS,
  isNodeEdit,
} from './random-nodes'

export type EditKind =
  'insert' | 'delete' | 'newParagraph' | 'split' | 'merge' | 'format' | 'move' | 'block' | NodeEdit

export const MODES: Record<'text' | 'format' | 'nodes' | 'all', readonly EditKind[]> = {
  text: ['insert', 'insert', 'delete', 'newParagraph'],
  format: ['insert', 'insert', 'delete', 'newParagraph', 'format'],
  /** Typing everywhere while tables, rows, call-outs, pictures and rules come, and what holds no words goes. */
  nodes: [
    'insert',
    'insert',
    'insert',
    'insert',
    'delete',
    'newParagraph',
    ...ADDING,
    'removeWordless',
  ],
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
    ...NODE_EDITS,
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

export interface Chance {
  readonly random: Random
  readonly tokens: Tokens
}

export function editAtRandom(
  client: Client,
  { random, tokens, kinds }: Chance & { kinds: readonly EditKind[] },
): void {
  client.update(() => {
    const lines = $findLines()
    const line = lines[random(lines.length || 1)]
    const kind = kinds[random(kinds.length)]
    if (!line || kind === 'newParagraph') return $addParagraph(line, tokens)
    if (isNodeEdit(kind)) return $editNodes(kind, line, { random, tokens })
    $editLine(line, kind, { random, tokens })
  })
}

function $editLine(line: ElementNode, kind: EditKind | undefined, chance: Chance): void {
  const { random } = chance
  const texts = line.getAllTextNodes().filter($isTextNode)
  const text = texts[random(texts.length || 1)]
  switch (kind) {
    case 'insert':
      return $insert(line, text, chance)
    case 'merge':
      return $merge(line)
    case 'move': {
      const paragraphs = $findLines().filter($isParagraphNode)
      return $move(line, paragraphs[random(paragraphs.length || 1)])
    }
    case 'block':
      return void line.insertAfter($createBlockRefNode(`block-${random(1000)}`, 'objective'))
    default:
      if (text && kind) $editText(text, kind, chance)
  }
}

function $addParagraph(after: ElementNode | undefined, tokens: Tokens): void {
  const added = $createParagraphNode().append($createTextNode(tokens.take()))
  if (after) after.insertAfter(added)
  else $getRoot().append(added)
}

function $insert(line: ElementNode, text: TextNode | undefined, { random, tokens }: Chance): void {
  if (!text) return void line.append($createTextNode(tokens.take()))
  const at = random(text.getTextContentSize() + 1)
  text.select(at, at).insertText(tokens.take())
}

function $editText(text: TextNode, kind: EditKind, { random, tokens }: Chance): void {
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

function $merge(line: ElementNode): void {
  const next = line.getNextSibling()
  if (!$isParagraphNode(next)) return
  line.append(...next.getChildren())
  next.remove()
}

function $move(target: ElementNode, moved: ParagraphNode | undefined): void {
  if (!moved || moved.is(target)) return
  moved.remove()
  if (target.isAttached()) target.insertAfter(moved)
}
