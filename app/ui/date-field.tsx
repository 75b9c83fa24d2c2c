import { useState } from 'react'
import { type DateParts, joinDateParts, splitDate } from './date-parts'
import { type FieldProps, FieldNotes, describeField, fieldId } from './field'
import './date-field.css'

interface DateFieldProps extends FieldProps {
  /** YYYY-MM-DD */
  readonly defaultValue?: string | null | undefined
  /** Called with what stands in the boxes, `12 3 2027` or empty, for `parseTypedDate`. */
  readonly onType?: ((typed: string) => void) | undefined
  readonly disabled?: boolean | undefined
}

const BOXES = [
  { part: 'day', label: 'Day', size: 2 },
  { part: 'month', label: 'Month', size: 2 },
  { part: 'year', label: 'Year', size: 4 },
] as const

/** Day, month and year as typed; posts `name-day`, `name-month`, `name-year` for `parseDateField`. */
export function DateField(props: DateFieldProps) {
  const { label, name, hint, error, id = fieldId(name), defaultValue, onType, disabled } = props
  const [parts, setParts] = useState<DateParts>(() => splitDate(defaultValue ?? null))

  function change(part: keyof DateParts, value: string) {
    const next = { ...parts, [part]: value }
    setParts(next)
    onType?.(joinDateParts(next))
  }

  return (
    <fieldset
      id={id}
      tabIndex={-1}
      disabled={disabled}
      className={error ? 'field date-field field-wrong' : 'field date-field'}
      aria-describedby={describeField({ id, hint, error })['aria-describedby']}
    >
      <legend className="field-label">{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="date-field-boxes">
        {BOXES.map((box) => (
          <label key={box.part} className="date-field-box">
            <span>{box.label}</span>
            <input
              className="field-control"
              type="text"
              inputMode="numeric"
              autoComplete="off"
              name={`${name}-${box.part}`}
              size={box.size}
              maxLength={box.size + 4}
              value={parts[box.part]}
              aria-invalid={error ? true : undefined}
              onChange={(event) => change(box.part, event.target.value)}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
