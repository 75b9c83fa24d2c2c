import { $createHeadingNode, $createQuoteNode, type HeadingTagType } from '@lexical/rich-text'
import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list'
import { $setBlocksType } from '@lexical/selection'
import { $createParagraphNode, $getSelection, type ElementNode, type LexicalEditor } from 'lexical'
import type { BlockKind } from '../../../domain/strategy/strategy'
import { BLOCK_KIND_LABELS } from '../../../domain/vocabularies/block-kinds'
import type { ChapterActions } from '../open-chapter'

/** One thing that can be put at the caret, from the toolbar, the `/` menu and by keys alike. */
export interface EditorAction {
  readonly id: string
  readonly label: string
  /** Other words people look for it by. */
  readonly words: string
  readonly keys?: string
  readonly run: (editor: LexicalEditor) => void
}

export type TextStyle = 'paragraph' | 'h2' | 'h3' | 'h4' | 'quote' | 'bullet' | 'number'

export const TEXT_STYLES: readonly (EditorAction & { readonly id: TextStyle })[] = [
  {
    id: 'paragraph',
    label: 'Text',
    words: 'paragraph normal',
    keys: 'Ctrl+Alt+0',
    run: setBlock($createParagraphNode),
  },
  {
    id: 'h2',
    label: 'Heading',
    words: 'heading 2 section',
    keys: 'Ctrl+Alt+2',
    run: setHeading('h2'),
  },
  {
    id: 'h3',
    label: 'Smaller heading',
    words: 'heading 3 subheading',
    keys: 'Ctrl+Alt+3',
    run: setHeading('h3'),
  },
  {
    id: 'h4',
    label: 'Smallest heading',
    words: 'heading 4',
    keys: 'Ctrl+Alt+4',
    run: setHeading('h4'),
  },
  {
    id: 'bullet',
    label: 'Bulleted list',
    words: 'bullets points unordered',
    keys: 'Ctrl+Shift+8',
    run: (editor) => void editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined),
  },
  {
    id: 'number',
    label: 'Numbered list',
    words: 'ordered steps',
    keys: 'Ctrl+Shift+7',
    run: (editor) => void editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined),
  },
  { id: 'quote', label: 'Quote', words: 'quotation', run: setBlock($createQuoteNode) },
]

const BLOCK_WORDS: Record<BlockKind, string> = {
  vision: 'true north aim',
  priority: 'theme',
  objective: 'goal target outcome',
}

export function listBlockActions(actions: ChapterActions): EditorAction[] {
  return (['vision', 'priority', 'objective'] as const).map((kind) => ({
    id: kind,
    label: BLOCK_KIND_LABELS[kind],
    words: `block card ${BLOCK_WORDS[kind]}`,
    run: () => focusBlock(actions.insertBlock(kind)),
  }))
}

/** The new card's title takes the caret as soon as it stands on the page. */
function focusBlock(blockId: string): void {
  requestAnimationFrame(() => {
    const card = document.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`)
    card?.querySelector<HTMLElement>('textarea, input')?.focus()
    card?.scrollIntoView({ block: 'nearest' })
  })
}

/** Whether an action answers to what was typed after `/`. */
export function matchesAction(action: EditorAction, query: string): boolean {
  const text = `${action.label} ${action.words}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function setHeading(tag: HeadingTagType) {
  return setBlock(() => $createHeadingNode(tag))
}

function setBlock(create: () => ElementNode) {
  return (editor: LexicalEditor) => editor.update(() => $setBlocksType($getSelection(), create))
}
