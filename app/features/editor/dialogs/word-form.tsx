import { type FormEvent, useEffect, useRef, useState } from 'react'
import { announce } from '../../../ui/live-region'
import { Button } from '../../../ui/button'
import type { Clip } from '../paste/clip'
import { describeKept } from '../paste/describe-kept'
import { readHtml } from '../paste/read-html'
import { $pasteClip } from '../paste/register-paste'
import { useWritingServices } from '../writing-services'
import type { DialogTools } from './dialog-tools'
import { FileField } from './file-field'

const MAX_MB = 20

interface WordFormProps extends DialogTools {
  /** One that was dropped on the text. */
  readonly file: File | undefined
}

/** A Word document, looked at before anything of it is put into the text. */
export function WordForm({ editor, doc, undoManager, newId, onDone, file: given }: WordFormProps) {
  const { readWordFile } = useWritingServices()
  const [file, setFile] = useState<File | null>(null)
  const [error, setError] = useState<string | undefined>(undefined)
  const [progress, setProgress] = useState<number | null>(null)
  const [clip, setClip] = useState<Clip | null>(null)
  const dropped = useRef(given)

  async function read(chosen: File) {
    const wrong = checkFile(chosen)
    setFile(chosen)
    setClip(null)
    setError(wrong)
    if (wrong !== undefined) return
    setProgress(0)
    const answer = await readWordFile(chosen, setProgress)
    setProgress(null)
    if (!answer.ok) {
      setError(`${answer.refusal.message} Nothing was changed.`)
      return
    }
    const found = readHtml(answer.value.html)
    found.left.add('comments', answer.value.comments)
    found.left.add('deletions', answer.value.deletions)
    setClip(found)
    announce('The document has been read. Nothing is in the text yet.')
  }

  useEffect(() => {
    const start = dropped.current
    dropped.current = undefined
    if (start) void read(start)
    // oxlint-disable-next-line react/exhaustive-deps -- once, for the file that was dropped
  }, [])

  function insert(event: FormEvent) {
    event.preventDefault()
    if (!clip) {
      setError('Choose a Word document first.')
      return
    }
    editor.update(() =>
      $pasteClip(clip, { doc, undoManager, newId, onPasted: () => announce('Put into the text.') }),
    )
    onDone()
  }

  return (
    <form onSubmit={insert} noValidate>
      <FileField
        label="File"
        accept=".docx"
        hint={`A .docx file of at most ${MAX_MB} MB. You see what comes along before anything is put into the text.`}
        file={file}
        error={error}
        progress={progress}
        onChoose={(chosen) => void read(chosen)}
      />
      {clip ? <Preview clip={clip} /> : null}
      <div className="dialog-footer">
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
        <Button variant="primary" disabled={progress !== null}>
          Put into the text
        </Button>
      </div>
    </form>
  )
}

function Preview({ clip }: { readonly clip: Clip }) {
  const kept = describeKept(clip)
  const left = clip.left.describe()
  return (
    <>
      <h3 className="dialog-subtitle">What comes along</h3>
      {kept.length === 0 ? (
        <p>Nothing: the document has no text.</p>
      ) : (
        <ul>
          {kept.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <h3 className="dialog-subtitle">What is left out</h3>
      {left.length === 0 ? (
        <p>Nothing but fonts, sizes and margins.</p>
      ) : (
        <ul>
          {left.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function checkFile(file: File): string | undefined {
  if (!/\.docx$/iu.test(file.name))
    return 'Only .docx files can be read. Save the document as .docx in Word first.'
  if (file.size > MAX_MB * 1024 * 1024) return `The document is larger than ${MAX_MB} MB.`
  return undefined
}
