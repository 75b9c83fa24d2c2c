import type { EditorThemeClasses } from 'lexical'

/** The editor's text looks as it reads elsewhere: plain elements styled by `.prose`. */
export const EDITOR_THEME: EditorThemeClasses = {
  blockCursor: 'editor-block-cursor',
  list: { nested: { listitem: 'prose-nested' } },
  text: { bold: 'prose-bold', italic: 'prose-italic' },
}
