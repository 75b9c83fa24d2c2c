import { type FormEvent, useId, useState } from 'react'
import type * as Y from 'yjs'
import { type BlockChoices, readBlockChoices } from '../../document/suggestions/block-choices'
import type { AskedChange } from '../../domain/suggestions/parse-suggestion'
import { Button } from '../../ui/button'
import { createKey, sendFormTo } from '../../ui/send-form'
import { BlockValue } from './block-value'
import { readAskedChange } from './read-asked-change'
import { suggestionsAddress } from './use-suggestions'
import './suggest-form.css'

interface SuggestBlockFormProps {
  readonly strategyId: string
  readonly doc: Y.Doc
  readonly block: { readonly id: string; readonly name: string }
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onSent: () => void
  readonly onCancel: () => void
}

/** What somebody would have different about a whole block, one thing at a time. */
export function SuggestBlockForm(props: SuggestBlockFormProps) {
  const { doc, block, onCancel } = props
  // As it was when the form was opened; the server reads what it says when it is sent.
  const [choices] = useState(() => readBlockChoices(doc, block.id))
  if (!choices) {
    return (
      <div className="suggest-form">
        <p>{block.name} is no longer in the text.</p>
        <Button small type="button" onClick={onCancel}>
          Close
        </Button>
      </div>
    )
  }
  return <OpenForm {...props} choices={choices} />
}

function OpenForm(props: SuggestBlockFormProps & { readonly choices: BlockChoices }) {
  const { strategyId, block, people, choices, onSent, onCancel } = props
  const id = useId()
  const [key] = useState(createKey)
  const [what, setWhat] = useState('title')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    const form = new FormData(event.currentTarget)
    const asked = readAskedChange(form, { what, blockId: block.id, choices })
    if (!asked.ok) return setProblem(asked.refusal.message)
    setSending(true)
    const sent = await sendFormTo(suggestionsAddress(strategyId), asForm(form, asked.value, key))
    setSending(false)
    if (sent.ok) return onSent()
    setProblem(sent.message)
  }

  return (
    <form className="suggest-form" onSubmit={(event) => void send(event)} noValidate>
      <p className="suggest-form-label">{block.name}</p>
      {problem ? (
        <p className="suggest-form-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <label className="suggest-form-label" htmlFor={`${id}-what`}>
        What would be different
      </label>
      <select
        id={`${id}-what`}
        className="field-control"
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      >
        {choices.fields.map((field) => (
          <option key={field.key} value={field.key}>
            {field.label}
          </option>
        ))}
        {choices.up ? <option value=":up">It moves up</option> : null}
        {choices.down ? <option value=":down">It moves down</option> : null}
        <option value=":new">A new block after it</option>
        <option value=":remove">It goes</option>
      </select>
      <BlockValue key={what} what={what} choices={choices} people={people} />
      <label className="suggest-form-label" htmlFor={`${id}-reason`}>
        Why (optional)
      </label>
      <input
        id={`${id}-reason`}
        name="reason"
        type="text"
        maxLength={4000}
        className="field-control"
      />
      <div className="suggest-form-buttons">
        <Button small variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Sending…' : 'Suggest'}
        </Button>
        <Button small type="button" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function asForm(typed: FormData, change: AskedChange, key: string): FormData {
  const form = new FormData()
  form.set('intent', 'propose')
  form.set('change', JSON.stringify(change))
  form.set('key', key)
  form.set('reason', typed.get('reason') ?? '')
  return form
}
