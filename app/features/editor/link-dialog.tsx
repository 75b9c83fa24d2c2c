import { $createLinkNode, $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $findMatchingParent } from '@lexical/utils'
import { $createTextNode, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { type FormEvent, useState } from 'react'
import { safeHref } from '../../document/safe-href'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'

interface LinkDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The address of the selected words' link; with nothing selected, its words too. */
export function LinkDialog({ isOpen, onClose }: LinkDialogProps) {
  const [editor] = useLexicalComposerContext()
  const close = () => {
    onClose()
    // The dialog gives the focus back first.
    setTimeout(() => editor.focus(), 0)
  }
  return (
    <Dialog title="Link" isOpen={isOpen} onOpenChange={(open) => !open && close()}>
      {isOpen ? <LinkForm editor={editor} onDone={close} /> : null}
    </Dialog>
  )
}

function LinkForm({
  editor,
  onDone,
}: {
  readonly editor: LexicalEditor
  readonly onDone: () => void
}) {
  const [start] = useState(() => editor.read('latest', $readLink))
  const [url, setUrl] = useState(start.url ?? '')
  const [words, setWords] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)

  function apply(event: FormEvent) {
    event.preventDefault()
    const href = safeHref(completeAddress(url))
    if (href === null) {
      setError('The address must begin with https://, http://, mailto: or #. Nothing was changed.')
      return
    }
    editor.update(() => $applyLink(editor, href, words.trim() || href))
    onDone()
  }

  function remove() {
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, null)
    onDone()
  }

  return (
    <form onSubmit={apply} noValidate>
      {start.needsWords ? (
        <TextField
          label="Words"
          name="words"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : null}
      <TextField
        label="Address"
        name="url"
        hint="For example https://www.england.nhs.uk, or mailto: and an e-mail address"
        value={url}
        error={error}
        onChange={(event) => setUrl(event.target.value)}
      />
      <div className="dialog-footer">
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
        {start.url === null ? null : (
          <Button type="button" onClick={remove}>
            Remove link
          </Button>
        )}
        <Button variant="primary">{start.url === null ? 'Add link' : 'Change link'}</Button>
      </div>
    </form>
  )
}

function $readLink(): { url: string | null; needsWords: boolean } {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return { url: null, needsWords: true }
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode)
  const url = $isLinkNode(link) ? link.getURL() : null
  return { url, needsWords: url === null && selection.isCollapsed() }
}

function $applyLink(editor: LexicalEditor, href: string, words: string): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const isInLink = $findMatchingParent(selection.anchor.getNode(), $isLinkNode) !== null
  if (selection.isCollapsed() && !isInLink) {
    selection.insertNodes([$createLinkNode(href).append($createTextNode(words))])
  } else editor.dispatchCommand(TOGGLE_LINK_COMMAND, href)
}

/** "example.org/plan" is what people type. */
function completeAddress(text: string): string {
  const address = text.trim()
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address
}
