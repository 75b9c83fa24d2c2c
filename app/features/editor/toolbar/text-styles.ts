import {
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
} from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import {
  $createParagraphNode,
  $getSelection,
  type ElementNode,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical'
import { CALLOUT_TONES, type CalloutTone } from '../../../domain/strategy/strategy'
import { CALLOUT_LABELS } from '../../../domain/vocabularies/callout-tones'
import { $createCalloutNode } from '../nodes/callout-node'
import type { EditorAction } from './editor-action'

export type ListStyle = 'bullet' | 'number' | 'check'
export type TextStyle = 'paragraph' | 'h2' | 'h3' | 'h4' | 'quote' | CalloutTone | ListStyle

export interface StyleAction extends EditorAction {
  readonly id: TextStyle
}

/** What a paragraph can be. */
export const TEXT_STYLES: readonly StyleAction[] = [
  {
    id: 'paragraph',
    label: 'Text',
    words: 'paragraph normal body',
    keys: 'Ctrl+Alt+0',
    group: 'Style',
    run: setBlock($createParagraphNode),
  },
  heading('h2', { label: 'Heading', words: 'heading 2 section title', keys: 'Ctrl+Alt+2' }),
  heading('h3', { label: 'Smaller heading', words: 'heading 3 subheading', keys: 'Ctrl+Alt+3' }),
  heading('h4', { label: 'Smallest heading', words: 'heading 4', keys: 'Ctrl+Alt+4' }),
  {
    id: 'quote',
    label: 'Quote',
    words: 'quotation citation said',
    keys: 'Ctrl+Alt+5',
    group: 'Style',
    run: setBlock($createQuoteNode),
  },
  ...CALLOUT_TONES.map((tone) => ({
    id: tone,
    label: `Call-out: ${CALLOUT_LABELS[tone].toLowerCase()}`,
    words: 'callout box panel highlight aside',
    group: 'Style' as const,
    run: setBlock(() => $createCalloutNode(tone)),
  })),
]

export const LIST_STYLES: readonly StyleAction[] = [
  {
    id: 'bullet',
    label: 'Bulleted list',
    words: 'bullets points unordered',
    keys: 'Ctrl+Shift+8',
    group: 'Lists',
    run: dispatch(INSERT_UNORDERED_LIST_COMMAND),
  },
  {
    id: 'number',
    label: 'Numbered list',
    words: 'ordered steps',
    keys: 'Ctrl+Shift+7',
    group: 'Lists',
    run: dispatch(INSERT_ORDERED_LIST_COMMAND),
  },
  {
    id: 'check',
    label: 'Task list',
    words: 'checklist to do tick boxes actions',
    keys: 'Ctrl+Shift+9',
    group: 'Lists',
    run: dispatch(INSERT_CHECK_LIST_COMMAND),
  },
]

export const ALL_STYLES: readonly StyleAction[] = [...TEXT_STYLES, ...LIST_STYLES]

export function resetStyle(editor: LexicalEditor): void {
  setBlock($createParagraphNode)(editor)
}

function heading(
  id: 'h2' | 'h3' | 'h4',
  words: Pick<StyleAction, 'label' | 'words'> & { readonly keys: string },
): StyleAction {
  return {
    id,
    ...words,
    group: 'Style',
    run: setBlock(() => $createHeadingNode(id)),
  }
}

function dispatch(command: LexicalCommand<void>) {
  return (editor: LexicalEditor) => void editor.dispatchCommand(command, undefined)
}

function setBlock(create: () => ElementNode) {
  return (editor: LexicalEditor) => editor.update(() => $setBlocksType($getSelection(), create))
}
