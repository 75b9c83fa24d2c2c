import { formatDate } from '../../domain/dates/format-date'
import { parseTypedDate } from '../../domain/dates/parse-date'
import { parseNumber } from '../../domain/numbers/parse-number'
import { type Outcome, done, refuse } from '../../domain/outcome/outcome'
import { isYear } from '../../domain/strategy/read-field'
import { DraftInput } from './draft-input'
import { type FieldProps, nameField } from './field-props'
import { useFieldEdit } from './use-field-edit'

/** A date, a year or a number as people type it; stored only when it is right. */
export function TypedField(props: FieldProps) {
  const { block, field } = props
  const { setValue } = useFieldEdit(props)
  const value = block.fields?.[field.key]
  const shown = typeof value === 'object' || value === undefined ? '' : String(value)
  return (
    <DraftInput<string | number | null>
      label={nameField(props)}
      shown={field.type === 'date' && shown !== '' ? formatDate(shown) : shown}
      placeholder={PLACEHOLDERS[field.type] ?? ''}
      parse={PARSERS[field.type] ?? parseNumber}
      onStore={setValue}
      numeric={field.type !== 'date'}
    />
  )
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  date: 'No date yet',
  year: 'No year yet',
  number: 'No number yet',
}

const PARSERS: Readonly<Record<string, (text: string) => Outcome<string | number | null>>> = {
  date: parseTypedDate,
  year: parseYear,
}

function parseYear(text: string): Outcome<number | null> {
  const typed = text.trim()
  if (typed === '') return done(null)
  const year = /^\d{4}$/.test(typed) ? Number(typed) : null
  return isYear(year)
    ? done(year)
    : refuse('invalid', 'Write the year with four figures, like 2029.')
}
