import { type FormEvent, useState } from 'react'
import { insertNote } from '../../../document/edit-notes'
import { FORM_ORIGIN } from '../../../document/origins'
import { noteTextOf } from '../../../document/shape'
import { Button } from '../../../ui/button'
import { TextArea } from '../../../ui/text-field'
import { $createFootnoteNode, $getNoteId, $isFootnoteNode } from '../nodes/footnote-node'
import { beginStep } from '../paste/one-step'
import { useWritingServices } from '../writing-services'
import type { DialogTools } from './dialog-tools'
import { changeNode, insertInLine, readNode } from './insert-at-caret'

interface FootnoteFormProps extends DialogTools {
  readonly nodeKey: string | undefined
}

export function FootnoteForm({ nodeKey, ...tools }: FootnoteFormProps) {
  return nodeKey === undefined ? (
    <NewFootnote {...tools} />
  ) : (
    <Footnote {...tools} nodeKey={nodeKey} />
  )
}

function NewFootnote({ editor, doc, undoManager, newId, onDone }: DialogTools) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)

  function insert(event: FormEvent) {
    event.preventDefault()
    const words = text.replace(/\s+/gu, ' ').trim()
    if (words === '') {
      setError('Write what the footnote says.')
      return
    }
    const id = newId()
    const endStep = beginStep(undoManager)
    insertNote(doc, { id, text: words }, FORM_ORIGIN)
    insertInLine(editor, () => $createFootnoteNode(id), endStep)
    onDone()
  }

  return (
    <form onSubmit={insert} noValidate>
      <TextArea
        label="What the footnote says"
        name="footnote"
        value={text}
        error={error}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="dialog-footer">
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
        <Button variant="primary">Insert footnote</Button>
      </div>
    </form>
  )
}

/** One that stands in the text: several people may be writing in it. */
function Footnote({ editor, doc, nodeKey, onDone }: DialogTools & { readonly nodeKey: string }) {
  const { renderSharedText } = useWritingServices()
  const target = { nodeKey, is: $isFootnoteNode }
  const [noteId] = useState(() => readNode(editor, target, $getNoteId) ?? '')
  const text = noteTextOf(doc, noteId)
  return (
    <>
      {text ? (
        <div className="dialog-shared-text">{renderSharedText(text, 'What the footnote says')}</div>
      ) : (
        <p>This footnote’s words are not here. Close this and try again in a moment.</p>
      )}
      <p className="field-hint">What you type here is saved as you type.</p>
      <div className="dialog-footer">
        <Button
          type="button"
          variant="danger"
          onClick={() => {
            changeNode(editor, target, (node) => {
              node.selectPrevious()
              node.remove()
            })
            onDone()
          }}
        >
          Remove footnote
        </Button>
        <Button type="button" variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </>
  )
}
