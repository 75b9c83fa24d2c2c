import type { LexicalEditor } from 'lexical'

/** One thing that can be done at the caret, from the toolbar, the `/` menu and by keys alike. */
export interface EditorAction {
  readonly id: string
  readonly label: string
  /** Other words people look for it by. */
  readonly words: string
  readonly keys?: string
  /** What it stands with in a menu. */
  readonly group: string
  readonly run: (editor: LexicalEditor) => void
}

/** Whether an action answers to what was typed after `/`. */
export function matchesAction(action: EditorAction, query: string): boolean {
  const text = `${action.label} ${action.words}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
