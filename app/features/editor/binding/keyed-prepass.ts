import type { BindingV2 } from '@lexical/yjs'
import {
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  type EditorState,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import * as Y from 'yjs'
import { readStateAttributes } from './state-attributes'
import { findLongestIncreasing } from './longest-increasing'

export interface LocalChange {
  readonly previous: EditorState
  readonly next: EditorState
  readonly dirtyElements: ReadonlyMap<string, unknown>
}

/**
 * Makes inserting, deleting and moving blocks exact before the stock sync runs.
 *
 * The stock algorithm matches children from the left and from the right and rewrites everything in
 * between, so a move puts other people's edits into the wrong paragraph. Here the nodes that kept
 * their order keep their shared types; only the others are deleted and made anew. The stock code
 * then finds aligned lists. Runs inside the transaction of the binding.
 */
export function alignBlocks(binding: BindingV2, change: LocalChange): void {
  const { editor } = binding
  change.next.read(() => alignChildren({ binding, change }, binding.root, $getRoot()), { editor })
}

interface Pass {
  readonly binding: BindingV2
  readonly change: LocalChange
}

function alignChildren(pass: Pass, shared: Y.XmlElement, node: ElementNode): void {
  if (!pass.change.dirtyElements.has(node.getKey())) return
  const before = readPreviousChildren(pass, node.getKey())
  const children = node.getChildren()
  if (!before || !linesUp(shared, before) || !children.every($isBlock)) return
  const oldIndices = findOldIndices(children, before)
  const kept = findLongestIncreasing(oldIndices)
  // An emptied parent is left to the stock code, which keeps what others type there.
  if (children.length > 0) replaceMoved(pass.binding, { shared, children, oldIndices, kept })
  const after = shared.toArray()
  children.forEach((child, index) => {
    const target = after[index]
    if (kept.has(index) && $isElementNode(child) && target instanceof Y.XmlElement)
      alignChildren(pass, target, child)
  })
}

interface PreviousChild {
  readonly key: string
  readonly type: string
}

function readPreviousChildren({ binding, change }: Pass, key: string): PreviousChild[] | null {
  const { editor } = binding
  return change.previous.read(
    () => {
      const node = change.previous._nodeMap.get(key)
      if (!$isElementNode(node)) return null
      return node.getChildren().map((child) => ({ key: child.getKey(), type: child.getType() }))
    },
    { editor },
  )
}

/** Only when the previous state and the shared list agree one to one may positions be trusted. */
export function linesUp(shared: Y.XmlElement, before: readonly PreviousChild[]): boolean {
  const children = shared.toArray()
  return (
    children.length === before.length &&
    children.every(
      (child, index) => child instanceof Y.XmlElement && child.nodeName === before[index]?.type,
    )
  )
}

function $isBlock(node: LexicalNode): boolean {
  return ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline()
}

/** −1 for a node that is new, or that became another type under the same key. */
function findOldIndices(
  children: readonly LexicalNode[],
  before: readonly PreviousChild[],
): number[] {
  const indexByKey = new Map(before.map((child, index) => [child.key, index]))
  return children.map((child) => {
    const index = indexByKey.get(child.getKey())
    return index !== undefined && before[index]?.type === child.getType() ? index : -1
  })
}

interface Replacement {
  readonly shared: Y.XmlElement
  readonly children: readonly LexicalNode[]
  readonly oldIndices: readonly number[]
  readonly kept: ReadonlySet<number>
}

function replaceMoved(
  binding: BindingV2,
  { shared, children, oldIndices, kept }: Replacement,
): void {
  const keptOld = new Set([...kept].map((index) => oldIndices[index]))
  const before = shared.toArray()
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const gone = before[index]
    if (keptOld.has(index) || !(gone instanceof Y.XmlElement)) continue
    binding.mapping.delete(gone)
    shared.delete(index, 1)
  }
  children.forEach((child, index) => {
    if (kept.has(index)) return
    const element = new Y.XmlElement<{ [key: string]: string }>(child.getType())
    // The stock code compares a decorator by its attributes, so they must stand before it looks.
    if ($isDecoratorNode(child)) writeAttributes(element, readStateAttributes(child))
    shared.insert(index, [element])
    binding.mapping.set(element, child)
  })
}

function writeAttributes(
  element: Y.XmlElement<{ [key: string]: string }>,
  attributes: Record<string, string>,
): void {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
}
