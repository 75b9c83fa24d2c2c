import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import {
  $readSelectionLook,
  PLAIN_LOOK,
  type SelectionLook,
  isSameLook,
} from './read-selection-look'

/** What the caret stands in, as it moves. */
export function useSelectionLook(editor: LexicalEditor): SelectionLook {
  const [look, setLook] = useState(PLAIN_LOOK)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readSelectionLook, { editor })
        setLook((last) => (isSameLook(last, next) ? last : next))
      }),
    [editor],
  )
  return look
}
