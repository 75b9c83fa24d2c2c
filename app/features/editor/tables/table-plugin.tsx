import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import { registerTables } from './register-tables'

/** Stands inside the composer, so that it is there before the chapter is filled. */
export function TablePlugin(): null {
  const [editor] = useLexicalComposerContext()
  useEffect(() => registerTables(editor), [editor])
  return null
}
