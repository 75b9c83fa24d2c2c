import type { LexicalEditor } from 'lexical'
import { type RefObject, useEffect, useState } from 'react'
import { createId } from '../../document/create-id'
import { announce } from '../../ui/live-region'
import type { OpenDialog } from './dialogs/dialog-request'
import { registerOpenByKey } from './dialogs/register-open-by-key'
import type { WrittenText } from './written-text'
import { describeLeftOut } from './paste/clip'
import { loadPaste } from './paste/load-paste'
import { registerShortcuts } from './register-shortcuts'

interface WritingKeysOptions {
  readonly editor: LexicalEditor
  readonly live: WrittenText
  readonly isWriting: boolean
  readonly toolbar: RefObject<HTMLDivElement>
  readonly openDialog: OpenDialog
  readonly openFind: () => void
}

interface PasteTold {
  /** What the last paste left out; null: nothing, or it has been read. */
  readonly leftOut: string | null
  readonly forget: () => void
}

/** Keys, pastes and Markdown, for as long as somebody may write. */
export function useWritingKeys(options: WritingKeysOptions): PasteTold {
  const { editor, live, isWriting, toolbar, openDialog, openFind } = options
  const [leftOut, setLeftOut] = useState<string | null>(null)

  useEffect(() => {
    if (!isWriting) return undefined
    return loadPaste(editor, {
      doc: live.doc,
      undoManager: live.undoManager,
      newId: createId,
      onPasted: (left) => {
        const text = describeLeftOut(left)
        setLeftOut(text)
        if (text !== null) announce(text)
      },
      onFiles: (files) => openFile(files, openDialog),
    })
  }, [editor, live, isWriting, openDialog])

  useEffect(() => {
    if (!isWriting) return undefined
    const stopOpening = registerOpenByKey(editor, openDialog)
    const stopShortcuts = registerShortcuts(editor, {
      openLink: () => openDialog({ type: 'link' }),
      openFootnote: () => openDialog({ type: 'footnote' }),
      openFind,
      focusToolbar: () => toolbar.current?.querySelector<HTMLElement>('button')?.focus(),
    })
    return () => {
      stopOpening()
      stopShortcuts()
    }
  }, [editor, isWriting, openDialog, openFind, toolbar])

  useEffect(() => (isWriting ? loadMarkdown(editor) : undefined), [editor, isWriting])

  return { leftOut, forget: () => setLeftOut(null) }
}

/** A picture or a Word document that was pasted or dropped; anything else is left alone, in words. */
function openFile(files: readonly File[], openDialog: OpenDialog): void {
  const word = files.find(({ name }) => /\.docx$/iu.test(name))
  const image = files.find(({ type }) => type.startsWith('image/'))
  if (word) openDialog({ type: 'word', file: word })
  else if (image) openDialog({ type: 'image', file: image })
  else announce('Only pictures and Word documents can be put into the text.')
}

/** After the page stands: nobody types Markdown in its first second. */
function loadMarkdown(editor: LexicalEditor): () => void {
  let stop: (() => void) | null = null
  let isGone = false
  void import('./markdown/register-markdown').then(({ registerMarkdown }) => {
    if (!isGone) stop = registerMarkdown(editor)
  })
  return () => {
    isGone = true
    stop?.()
  }
}
