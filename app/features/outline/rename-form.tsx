import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'

interface RenameFormProps {
  readonly title: string
  /** The new title, or null when it stays as it was. */
  readonly onDone: (title: string | null) => void
}

/** A chapter's title in place of its link. Enter keeps it, Escape leaves it as it was, and so does an empty one. */
export function RenameForm({ title, onDone }: RenameFormProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])

  function read(): string | null {
    const typed = input.current?.value.trim() ?? ''
    return typed === '' || typed === title ? null : typed
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    onDone(read())
  }

  function leave(event: KeyboardEvent) {
    if (event.key === 'Escape') onDone(null)
  }

  return (
    <form onSubmit={submit} className="outline-rename">
      <input
        ref={input}
        className="field-control"
        aria-label="Chapter title"
        defaultValue={title}
        maxLength={200}
        onKeyDown={leave}
        onBlur={() => onDone(read())}
      />
    </form>
  )
}
