import { useId } from 'react'
import { textField } from '../../domain/strategy/field-access'
import { type FieldProps, nameField } from './field-props'
import { useFieldEdit } from './use-field-edit'

/** One word of a short vocabulary. */
export function ChoiceField(props: FieldProps) {
  const { block, field } = props
  const { setValue } = useFieldEdit(props)
  const id = useId()
  const value = textField(block, field.key)
  const options = 'options' in field ? field.options : []
  const isExplained = field.hint !== undefined && !value
  return (
    <>
      <select
        aria-label={nameField(props)}
        aria-describedby={isExplained ? id : undefined}
        className={value ? 'block-select' : 'block-select block-missing'}
        value={value}
        onChange={(event) => setValue(event.target.value || null)}
      >
        <option value="">Not chosen yet</option>
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {isExplained ? (
        <p id={id} className="block-hint">
          {field.hint}
        </p>
      ) : null}
    </>
  )
}
