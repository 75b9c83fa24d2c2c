import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension'
import { $createLinkNode, LinkNode } from '@lexical/link'
import {
  $createListItemNode,
  $createListNode,
  $isListNode,
  ListItemNode,
  ListNode,
  type ListType,
} from '@lexical/list'
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  type ElementTransformer,
  ITALIC_STAR,
  type TextMatchTransformer,
  type Transformer,
} from '@lexical/markdown'
import { $createHeadingNode, $createQuoteNode, HeadingNode, QuoteNode } from '@lexical/rich-text'
import { $isTableCellNode } from '@lexical/table'
import {
  $addUpdateTag,
  $createTextNode,
  $isParagraphNode,
  type ElementNode,
  HISTORY_PUSH_TAG,
  type LexicalNode,
} from 'lexical'
import { safeHref } from '../../../document/safe-href'

// Our own instead of Lexical's: those put a list's marker into its state, which no document here may hold,
// and know headings, code and formats that a strategy has no place for.

type Replace = (parent: ElementNode, children: LexicalNode[], match: string[]) => boolean

const HEADING = element(/^(#{2,4})\s/, [HeadingNode], (parent, children, [, marks = '##']) => {
  if ($isTableCellNode(parent.getParent())) return false
  const tag = marks.length === 2 ? 'h2' : marks.length === 3 ? 'h3' : 'h4'
  return $become(parent, $createHeadingNode(tag), children)
})

const QUOTE = element(/^>\s/, [QuoteNode], (parent, children) =>
  $become(parent, $createQuoteNode(), children),
)

const BULLETS = element(/^[-*]\s/, [ListNode, ListItemNode], $listOf('bullet'))

/** Only a list that begins at one: where it starts is not part of the text. */
const NUMBERS = element(/^1[.)]\s/, [ListNode, ListItemNode], $listOf('number'))

const TASKS = element(/^\[([ xX]?)\]\s/, [ListNode, ListItemNode], $listOf('check'))

const RULE: ElementTransformer = {
  ...element(/^---\s?$/, [HorizontalRuleNode], (parent) => {
    if ($isTableCellNode(parent.getParent())) return false
    parent.insertBefore($createHorizontalRuleNode())
    parent.selectStart()
    return true
  }),
  triggerOnEnter: true,
}

const LINK: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [LinkNode],
  trigger: ')',
  regExp: /\[([^[\]]+)\]\(([^()\s"]+)(?:\s"([^"]*)")?\)$/,
  replace: (typed, [, words = '', address = '', title]) => {
    const href = safeHref(address)
    if (href === null) return
    const link = $createLinkNode(href, title ? { title } : {})
    link.append($createTextNode(words).setFormat(typed.getFormat()))
    typed.replace(link)
    link.selectNext(0, 0)
  },
}

/** What becomes of Markdown as it is typed. */
export const TRANSFORMERS: Transformer[] = [
  HEADING,
  QUOTE,
  TASKS,
  BULLETS,
  NUMBERS,
  RULE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  ITALIC_STAR,
  LINK,
]

function element(
  regExp: RegExp,
  dependencies: ElementTransformer['dependencies'],
  $replace: Replace,
): ElementTransformer {
  return {
    type: 'element',
    dependencies,
    regExp,
    export: () => null,
    replace: (parent, children, match) => {
      // A heading, a quote and a call-out stay what they are.
      if (!$isParagraphNode(parent) || !$replace(parent, children, match)) return false
      $addUpdateTag(HISTORY_PUSH_TAG)
      return true
    },
  }
}

function $become(parent: ElementNode, made: ElementNode, children: LexicalNode[]): true {
  made.append(...children)
  parent.replace(made)
  made.select(0, 0)
  return true
}

function $listOf(type: ListType): Replace {
  return (parent, children, [, mark = '']) => {
    const item = $createListItemNode(type === 'check' ? /x/i.test(mark) : undefined)
    const before = parent.getPreviousSibling()
    if ($isListNode(before) && before.getListType() === type) {
      before.append(item)
      parent.remove()
    } else parent.replace($createListNode(type).append(item))
    item.append(...children)
    item.select(0, 0)
    return true
  }
}
