import { type FormEvent, useState } from 'react'
import { IMAGE_TYPES, LARGEST_IMAGE } from '../../../domain/files/image-type'
import { Button } from '../../../ui/button'
import { TextArea, TextField } from '../../../ui/text-field'
import { $createImageNode, $getImage, $isImageNode, $setImageWords } from '../nodes/image-node'
import { useWritingServices } from '../writing-services'
import type { DialogTools } from './dialog-tools'
import { FileField } from './file-field'
import { changeNode, insertOnOwnLine, readNode } from './insert-at-caret'

const MAX_MB = LARGEST_IMAGE / 1024 / 1024

interface ImageFormProps extends DialogTools {
  readonly nodeKey: string | undefined
  readonly file: File | undefined
}

export function ImageForm({ nodeKey, file, ...tools }: ImageFormProps) {
  return nodeKey === undefined ? (
    <NewImage {...tools} given={file} />
  ) : (
    <Image {...tools} nodeKey={nodeKey} />
  )
}

function NewImage({ editor, onDone, given }: DialogTools & { readonly given: File | undefined }) {
  const { uploadPicture } = useWritingServices()
  const [file, setFile] = useState<File | null>(given ?? null)
  const words = useWords({ alt: '', caption: '' })
  const [fileError, setFileError] = useState<string | undefined>(given && checkPicture(given))
  const [progress, setProgress] = useState<number | null>(null)

  async function insert(event: FormEvent) {
    event.preventDefault()
    const wrong = file ? checkPicture(file) : 'Choose a picture first.'
    setFileError(wrong)
    if (!words.check() || wrong !== undefined || !file) return
    setProgress(0)
    const answer = await uploadPicture(file, setProgress)
    setProgress(null)
    if (!answer.ok) {
      setFileError(`${answer.refusal.message} Your words are still here.`)
      return
    }
    insertOnOwnLine(editor, () => $createImageNode({ fileId: answer.value, ...words.read() }))
    onDone()
  }

  return (
    <form onSubmit={(event) => void insert(event)} noValidate>
      <FileField
        label="Picture"
        accept={IMAGE_TYPES.join(',')}
        hint={`PNG, JPEG, WebP or GIF, at most ${MAX_MB} MB`}
        file={file}
        error={fileError}
        progress={progress}
        onChoose={(chosen) => {
          setFile(chosen)
          setFileError(checkPicture(chosen))
        }}
      />
      <WordFields words={words} />
      <div className="dialog-footer">
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
        <Button variant="primary" disabled={progress !== null}>
          {progress === null ? 'Insert image' : 'Sending…'}
        </Button>
      </div>
    </form>
  )
}

function Image({ editor, nodeKey, onDone }: DialogTools & { readonly nodeKey: string }) {
  const target = { nodeKey, is: $isImageNode }
  const [start] = useState(() => readNode(editor, target, $getImage))
  const words = useWords(start ?? { alt: '', caption: '' })

  function apply(event: FormEvent) {
    event.preventDefault()
    if (!words.check()) return
    changeNode(editor, target, (node) => $setImageWords(node, words.read()))
    onDone()
  }

  function remove() {
    changeNode(editor, target, (node) => {
      node.selectPrevious()
      node.remove()
    })
    onDone()
  }

  return (
    <form onSubmit={apply} noValidate>
      <WordFields words={words} />
      <div className="dialog-footer">
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
        <Button type="button" onClick={remove}>
          Remove image
        </Button>
        <Button variant="primary">Change image</Button>
      </div>
    </form>
  )
}

function useWords(start: { readonly alt: string; readonly caption: string }) {
  const [alt, setAlt] = useState(start.alt)
  const [caption, setCaption] = useState(start.caption)
  const [error, setError] = useState<string | undefined>(undefined)
  return {
    alt,
    setAlt,
    caption,
    setCaption,
    error,
    read: () => ({ alt: oneLine(alt), caption: oneLine(caption) }),
    check: () => {
      const isThere = oneLine(alt) !== ''
      setError(isThere ? undefined : 'Describe the picture for those who cannot see it.')
      return isThere
    },
  }
}

function WordFields({ words }: { readonly words: ReturnType<typeof useWords> }) {
  return (
    <>
      <TextArea
        label="Description"
        name="alt"
        rows={3}
        hint="What the picture shows, for people who cannot see it. For a chart: what it says."
        value={words.alt}
        error={words.error}
        onChange={(event) => words.setAlt(event.target.value)}
      />
      <TextField
        label="Caption (optional)"
        name="caption"
        hint="Shown below the picture"
        value={words.caption}
        onChange={(event) => words.setCaption(event.target.value)}
      />
    </>
  )
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function checkPicture(file: File): string | undefined {
  if (!IMAGE_TYPES.some((type) => type === file.type))
    return 'This is not a PNG, JPEG, WebP or GIF picture. Nothing was inserted.'
  if (file.size > LARGEST_IMAGE)
    return `The picture is larger than ${MAX_MB} MB. Make it smaller first. Nothing was inserted.`
  return undefined
}
