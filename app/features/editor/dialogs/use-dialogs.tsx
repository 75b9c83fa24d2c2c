import type { LexicalEditor } from 'lexical'
import { type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'
import { createId } from '../../../document/create-id'
import { late } from '../../../ui/late'
import { usePreload } from '../../../ui/use-preload'
import type { WrittenText } from '../written-text'
import type { DialogRequest, OpenDialog } from './dialog-request'
import type { DialogTools } from './dialog-tools'

const EditorDialogs = late(async () => (await loadDialogs()).EditorDialogs)

function loadDialogs() {
  return import('./editor-dialogs')
}

/**
 * The dialogs of the text: how to open one, and where they are drawn. Their code comes once the page is quiet:
 * whoever opened one and types on at once must not write into the text behind it.
 */
export function useDialogs(
  editor: LexicalEditor,
  live: WrittenText,
): { readonly openDialog: OpenDialog; readonly dialogs: ReactNode } {
  const [request, setRequest] = useState<DialogRequest | null>(null)
  const [hasOpened, setOpened] = useState(false)
  const openDialog = useCallback((next: DialogRequest) => {
    setOpened(true)
    setRequest(next)
  }, [])
  usePreload(loadDialogs)
  const tools = useMemo(
    (): DialogTools => ({
      editor,
      doc: live.doc,
      undoManager: live.undoManager,
      newId: createId,
      onDone: () => {
        setRequest(null)
        // The dialog gives the focus back first.
        setTimeout(() => editor.focus(), 0)
      },
    }),
    [editor, live],
  )
  const dialogs = hasOpened ? (
    <Suspense fallback={null}>
      <EditorDialogs request={request} tools={tools} />
    </Suspense>
  ) : null
  return { openDialog, dialogs }
}
