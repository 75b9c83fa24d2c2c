import { type FormEvent, useState } from 'react'
import { parseSource } from '../../../domain/sources/parse-source'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/text-field'
import { type NewSource, type SourceChoice, useWritingServices } from '../writing-services'

const EMPTY: NewSource = { title: '', authors: '', year: '', url: '' }
/** What the library also knows and nobody is asked for while writing. */
const NOT_ASKED = { publisher: '', kind: '', accessedAt: '' }

interface NewSourceFormProps {
  readonly onAdded: (source: SourceChoice) => void
  readonly onCancel: () => void
}

/** A source that is not in the library yet; everybody in the partnership can cite it afterwards. */
export function NewSourceForm({ onAdded, onCancel }: NewSourceFormProps) {
  const { addSource } = useWritingServices()
  const [source, setSource] = useState(EMPTY)
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({})
  const [isSending, setSending] = useState(false)
  const set = (key: keyof NewSource) => ({
    name: key,
    value: source[key],
    error: errors[key],
    onChange: ({ target }: { target: { value: string } }) =>
      setSource((last) => ({ ...last, [key]: target.value })),
  })

  async function send(event: FormEvent) {
    event.preventDefault()
    const parsed = parseSource({ ...NOT_ASKED, ...source })
    setErrors(parsed.ok ? {} : (parsed.refusal.fields ?? {}))
    if (!parsed.ok) return
    setSending(true)
    const answer = await addSource(source)
    setSending(false)
    if (answer.ok) onAdded(answer.value)
    else setErrors({ form: answer.refusal.message, ...answer.refusal.fields })
  }

  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <p className="field-hint">Everybody in the partnership can cite it afterwards.</p>
      {errors['form'] ? (
        <p className="field-error" role="alert">
          {errors['form']}
        </p>
      ) : null}
      <TextField label="Title" {...set('title')} />
      <TextField label="Author or organisation" {...set('authors')} />
      <TextField label="Year" width="short" inputMode="numeric" {...set('year')} />
      <TextField label="Address on the web (optional)" {...set('url')} />
      <div className="dialog-footer">
        <Button type="button" onClick={onCancel}>
          Back
        </Button>
        <Button variant="primary" disabled={isSending}>
          {isSending ? 'Adding…' : 'Add source'}
        </Button>
      </div>
    </form>
  )
}
