import type { EditorThemeClasses } from 'lexical'

/** The editor's text looks as it reads elsewhere: plain elements styled by `.prose`. */
export const EDITOR_THEME: EditorThemeClasses = {
  blockCursor: 'editor-block-cursor',
  hr: 'prose-rule',
  hrSelected: 'prose-selected',
  list: {
    checklist: 'prose-check',
    listitemChecked: 'prose-done',
    listitemUnchecked: 'prose-open',
    nested: { listitem: 'prose-nested' },
  },
  tableCellSelected: 'prose-selected',
  tableScrollableWrapper: 'prose-table',
  tableSelection: 'prose-table-selection',
  text: { bold: 'prose-bold', italic: 'prose-italic' },
}
