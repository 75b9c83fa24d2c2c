import { registerMarkdownShortcuts } from '@lexical/markdown'
import type { LexicalEditor } from 'lexical'
import { TRANSFORMERS } from './transformers'

/** `## `, `- `, `**bold**` and the like become what they mean while they are typed; one undo takes back only that. */
export function registerMarkdown(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, TRANSFORMERS)
}
