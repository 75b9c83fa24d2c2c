import { $isLinkNode } from '@lexical/link'
import { $isListNode, ListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import { $getSelection, $isRangeSelection, type LexicalNode } from 'lexical'
import type { TextStyle } from './editor-actions'

/** What the toolbar shows about the caret's place. */
export interface SelectionLook {
  readonly style: TextStyle | null
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly linkUrl: string | null
}

export const PLAIN_LOOK: SelectionLook = {
  style: null,
  isBold: false,
  isItalic: false,
  linkUrl: null,
}

export function $readSelectionLook(): SelectionLook {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return PLAIN_LOOK
  const node = selection.anchor.getNode()
  const link = $findMatchingParent(node, $isLinkNode)
  return {
    style: $readStyle(node),
    isBold: selection.hasFormat('bold'),
    isItalic: selection.hasFormat('italic'),
    linkUrl: $isLinkNode(link) ? link.getURL() : null,
  }
}

function $readStyle(node: LexicalNode): TextStyle | null {
  const list = $getNearestNodeOfType(node, ListNode)
  if ($isListNode(list)) return list.getListType() === 'number' ? 'number' : 'bullet'
  const top = node.getTopLevelElement()
  if ($isQuoteNode(top)) return 'quote'
  if (!$isHeadingNode(top)) return top ? 'paragraph' : null
  const tag = top.getTag()
  return tag === 'h3' || tag === 'h4' ? tag : 'h2'
}

export function isSameLook(a: SelectionLook, b: SelectionLook): boolean {
  return (
    a.style === b.style &&
    a.isBold === b.isBold &&
    a.isItalic === b.isItalic &&
    a.linkUrl === b.linkUrl
  )
}
