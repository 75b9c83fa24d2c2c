import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { type BlockChoices, readBlockChoices } from '../../document/suggestions/block-choices'
import { Button } from '../../ui/button'
import { BlockValue } from './block-value'
import { readAskedChange } from './read-asked-change'
import { SuggestEnd, SuggestProblem } from './suggest-form-parts'
import { useProposing } from './use-proposing'

interface SuggestBlockFormProps {
  readonly strategyId: string
  readonly doc: Y.Doc
  readonly block: { readonly id: string; readonly name: string }
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onSent: (suggestionId: string) => void
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
  const first = useRef<HTMLSelectElement>(null)
  const [what, setWhat] = useState('title')
  const { problem, setProblem, isSending, propose } = useProposing(strategyId, onSent)
  useFocusAfterMenu(first)

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const asked = readAskedChange(form, { what, blockId: block.id, choices })
    if (asked.ok) void propose(asked.value, form)
    else setProblem(asked.refusal.message)
  }

  return (
    <form className="suggest-form" onSubmit={send} noValidate>
      <p className="suggest-form-about">
        For <strong>{block.name}</strong>.
      </p>
      <SuggestProblem problem={problem} />
      <label className="suggest-form-label" htmlFor={`${id}-what`}>
        What would be different
      </label>
      <select
        ref={first}
        id={`${id}-what`}
        className="field-control"
        value={what}
        onChange={(event) => {
          setWhat(event.target.value)
          setProblem(null)
        }}
      >
        <optgroup label="What it says">
          {choices.fields.map((field) => (
            <option key={field.key} value={field.key}>
              {field.label}
            </option>
          ))}
        </optgroup>
        <optgroup label="The whole block">
          {choices.up ? <option value=":up">It moves up</option> : null}
          {choices.down ? <option value=":down">It moves down</option> : null}
          <option value=":new">A new block follows it</option>
          <option value=":remove">It is deleted</option>
        </optgroup>
      </select>
      <BlockValue key={what} what={what} choices={choices} people={people} />
      <SuggestEnd isSending={isSending} onCancel={onCancel} />
    </form>
  )
}

/** A menu gives the focus back to its button a moment after its choice was made. */
function useFocusAfterMenu(control: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const timer = setTimeout(() => control.current?.focus(), 100)
    return () => clearTimeout(timer)
  }, [control])
}
