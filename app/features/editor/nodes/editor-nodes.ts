import { HorizontalRuleNode } from '@lexical/extension'
import { LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import type { Klass, LexicalNode } from 'lexical'
import { BlockRefNode } from './block-ref-node'
import { CalloutNode } from './callout-node'
import { CitationNode } from './citation-node'
import { FootnoteNode } from './footnote-node'
import { ImageNode } from './image-node'
import { MetricChipNode } from './metric-chip-node'

/** Every kind of node a chapter may hold, beside Lexical's own paragraph, text, line break and tab. */
export const EDITOR_NODES: readonly Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  CalloutNode,
  HorizontalRuleNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  ImageNode,
  FootnoteNode,
  CitationNode,
  MetricChipNode,
  BlockRefNode,
]
