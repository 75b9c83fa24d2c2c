import { useId } from 'react'
import { FieldFrame, describeField } from '../../../ui/field'

interface FileFieldProps {
  readonly label: string
  readonly accept: string
  readonly hint: string
  readonly file: File | null
  readonly error?: string | undefined
  /** From 0 to 1 while it is being sent. */
  readonly progress: number | null
  readonly onChoose: (file: File) => void
}

/** A file to send: what it is called, how large it is, how far it has come. */
export function FileField(props: FileFieldProps) {
  const { label, accept, hint, file, error, progress, onChoose } = props
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        type="file"
        accept={accept}
        className="field-control"
        {...describeField({ id, hint, error })}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) onChoose(chosen)
        }}
      />
      {file ? (
        <p className="field-hint dialog-file">
          {file.name || 'Picture from the clipboard'}, {describeSize(file.size)}
        </p>
      ) : null}
      {progress === null ? null : (
        <p className="dialog-progress">
          <progress value={progress} max={1} aria-label={`Sending ${file?.name ?? 'the file'}`} />{' '}
          {Math.round(progress * 100)} %
        </p>
      )}
    </FieldFrame>
  )
}

function describeSize(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024
    ? `${Math.max(1, Math.round(kilobytes))} KB`
    : `${(kilobytes / 1024).toFixed(1)} MB`
}
