import type { SelectHTMLAttributes } from 'react'
import { type FieldProps, FieldFrame, describeField, fieldId } from './field'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

interface SelectFieldProps
  extends FieldProps, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'> {
  readonly options: readonly SelectOption[]
  /** The first, empty choice: say what choosing nothing means. */
  readonly emptyLabel?: string
}

/** A choice among a few. For more than about 15, use `SearchPicker`. */
export function SelectField(props: SelectFieldProps) {
  const { label, name, hint, error, id = fieldId(name), options, emptyLabel, ...select } = props
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select
        {...select}
        id={id}
        name={name}
        className="field-control field-width-medium"
        {...describeField({ id, hint, error })}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
