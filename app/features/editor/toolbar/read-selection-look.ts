import { $isLinkNode } from '@lexical/link'
import { $isListNode, ListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $isTableCellNode } from '@lexical/table'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { $getTone, $isCalloutNode } from '../nodes/callout-node'
import type { TextStyle } from './text-styles'

/** What the toolbar shows about the caret's place. */
export interface SelectionLook {
  readonly style: TextStyle | null
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly linkUrl: string | null
  readonly isInTable: boolean
}

export const PLAIN_LOOK: SelectionLook = {
  style: null,
  isBold: false,
  isItalic: false,
  linkUrl: null,
  isInTable: false,
}

export function $readSelectionLook(): SelectionLook {
  const selection = $getSelection()
  const first = selection?.getStartEndPoints()?.[0].getNode()
  if (!selection || !first) return PLAIN_LOOK
  const link = $findMatchingParent(first, $isLinkNode)
  const isText = $isRangeSelection(selection)
  return {
    style: $readStyle(first),
    isBold: isText && selection.hasFormat('bold'),
    isItalic: isText && selection.hasFormat('italic'),
    linkUrl: $isLinkNode(link) ? link.getURL() : null,
    isInTable: $findMatchingParent(first, $isTableCellNode) !== null,
  }
}

function $readStyle(node: LexicalNode): TextStyle | null {
  const list = $getNearestNodeOfType(node, ListNode)
  if ($isListNode(list)) return list.getListType()
  const block = $findMatchingParent(node, $isParagraphLike)
  if ($isCalloutNode(block)) return $getTone(block)
  if ($isQuoteNode(block)) return 'quote'
  if (!$isHeadingNode(block)) return block ? 'paragraph' : null
  const tag = block.getTag()
  return tag === 'h3' || tag === 'h4' ? tag : 'h2'
}

function $isParagraphLike(node: LexicalNode): node is ElementNode {
  return $isElementNode(node) && !node.isInline() && !node.isShadowRoot()
}

const PARTS = ['style', 'isBold', 'isItalic', 'linkUrl', 'isInTable'] as const

export function isSameLook(a: SelectionLook, b: SelectionLook): boolean {
  return PARTS.every((part) => a[part] === b[part])
}
