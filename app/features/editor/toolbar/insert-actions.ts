import { $insertNodeToNearestRoot } from '@lexical/utils'
import { $createHorizontalRuleNode } from '@lexical/extension'
import type { LexicalEditor } from 'lexical'
import { BLOCK_KIND_CHOICES } from '../../../domain/vocabularies/block-kinds'
import type { OpenDialog } from '../dialogs/dialog-request'
import type { ChapterActions } from '../open-chapter'
import type { EditorAction } from './editor-action'

/** What can be put into the text, beside blocks. */
export function listInsertActions(openDialog: OpenDialog): EditorAction[] {
  const opening = (type: 'table' | 'image' | 'footnote' | 'citation' | 'metric' | 'word') => () =>
    openDialog({ type })
  const group = 'In the text'
  return [
    { id: 'table', label: 'Table…', words: 'grid rows columns', group, run: opening('table') },
    {
      id: 'image',
      label: 'Image…',
      words: 'picture photo figure chart',
      group,
      run: opening('image'),
    },
    {
      id: 'footnote',
      label: 'Footnote…',
      words: 'note reference endnote',
      keys: 'Ctrl+Alt+F',
      group,
      run: opening('footnote'),
    },
    {
      id: 'citation',
      label: 'Citation…',
      words: 'source reference cite evidence bibliography',
      group,
      run: opening('citation'),
    },
    {
      id: 'metric',
      label: 'Metric value…',
      words: 'number measure indicator live figure chip',
      group,
      run: opening('metric'),
    },
    {
      id: 'rule',
      label: 'Dividing line',
      words: 'horizontal rule separator',
      group,
      run: insertRule,
    },
    {
      id: 'word',
      label: 'Word document…',
      words: 'docx import file upload',
      group,
      run: opening('word'),
    },
  ]
}

function insertRule(editor: LexicalEditor): void {
  editor.update(() => void $insertNodeToNearestRoot($createHorizontalRuleNode()))
}

export function listBlockActions(actions: ChapterActions): EditorAction[] {
  return BLOCK_KIND_CHOICES.map(({ kind, label, words, group }) => ({
    id: kind,
    label,
    words: `block card ${words}`,
    group,
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
