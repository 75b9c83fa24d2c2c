import { useId } from 'react'
import type { BlockChoices, SuggestableField } from '../../document/suggestions/block-choices'
import { BLOCK_KINDS } from '../../domain/strategy/strategy'
import { BLOCK_KIND_LABELS } from '../../domain/vocabularies/block-kinds'
import { DateField } from '../../ui/date-field'

interface BlockValueProps {
  readonly what: string
  readonly choices: BlockChoices
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** The box for what was chosen: a value, or a new block. */
export function BlockValue({ what, choices, people }: BlockValueProps) {
  if (what === ':new') return <NewBlock kind={choices.kind} />
  const told = describeChoice(what, choices)
  if (told !== null) return <p className="suggest-form-hint">{told}</p>
  const field = choices.fields.find(({ key }) => key === what)
  return field ? <Value field={field} people={people} /> : null
}

function describeChoice(what: string, { up, down }: BlockChoices): string | null {
  if (what === ':remove') return 'The block and everything in it would go from the text.'
  const step = what === ':up' ? up : what === ':down' ? down : null
  if (!step) return null
  if (step.behind === null) return 'It would stand before all other blocks of this chapter.'
  return `It would stand right after “${step.behind}”.`
}

function Value({
  field,
  people,
}: {
  readonly field: SuggestableField
  readonly people: BlockValueProps['people']
}) {
  const id = useId()
  const { input, value, label } = field
  const said = value === null ? '' : String(value)
  if (input.type === 'date')
    return <DateField id={id} name="value" label={label} defaultValue={said || null} />
  const named = { id, name: 'value', defaultValue: said, className: 'field-control' }
  return (
    <div className="suggest-form-value">
      <label className="suggest-form-label" htmlFor={id}>
        {label}
      </label>
      {input.type === 'choice' ? <Choice named={named} options={input.options} /> : null}
      {input.type === 'person' ? (
        <Choice named={named} options={people.map((one) => ({ id: one.id, label: one.name }))} />
      ) : null}
      {input.type === 'text' ? <textarea {...named} rows={4} /> : null}
      {input.type === 'line' ? <textarea {...named} rows={2} /> : null}
      {input.type === 'year' || input.type === 'number' ? (
        <input {...named} type="text" inputMode="numeric" />
      ) : null}
    </div>
  )
}

interface ChoiceProps {
  readonly named: {
    readonly id: string
    readonly name: string
    readonly defaultValue: string
    readonly className: string
  }
  readonly options: readonly { readonly id: string; readonly label: string }[]
}

function Choice({ named, options }: ChoiceProps) {
  const now = named.defaultValue
  const isListed = now === '' || options.some(({ id }) => id === now)
  return (
    <select {...named}>
      <option value="">Nothing</option>
      {/* Without it the box would show, and suggest, that the value goes. */}
      {isListed ? null : <option value={now}>As it is now</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

function NewBlock({ kind }: { readonly kind: string }) {
  const id = useId()
  return (
    <div className="suggest-form-value">
      <label className="suggest-form-label" htmlFor={`${id}-kind`}>
        Kind of block
      </label>
      <select id={`${id}-kind`} name="kind" defaultValue={kind} className="field-control">
        {BLOCK_KINDS.map((one) => (
          <option key={one} value={one}>
            {BLOCK_KIND_LABELS[one]}
          </option>
        ))}
      </select>
      <label className="suggest-form-label" htmlFor={`${id}-title`}>
        Title
      </label>
      <textarea id={`${id}-title`} name="title" rows={2} className="field-control" />
      <label className="suggest-form-label" htmlFor={`${id}-statement`}>
        Statement
      </label>
      <textarea id={`${id}-statement`} name="statement" rows={4} className="field-control" />
    </div>
  )
}
