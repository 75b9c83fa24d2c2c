import type { LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import { useSteadyState } from '../../../ui/use-steady-state'
import {
  $readSelectionLook,
  PLAIN_LOOK,
  type SelectionLook,
  isSameLook,
} from './read-selection-look'

/** What the caret stands in, as it moves. */
export function useSelectionLook(editor: LexicalEditor): SelectionLook {
  const [look, setLook] = useSteadyState<SelectionLook>(PLAIN_LOOK, isSameLook)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        setLook(editorState.read($readSelectionLook, { editor }))
      }),
    [editor, setLook],
  )
  return look
}
