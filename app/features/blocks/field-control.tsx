import type { ReactNode } from 'react'
import type { FieldType } from '../../domain/strategy/field-types'
import { ChoiceField } from './choice-field'
import { ChoicesField } from './choices-field'
import type { FieldProps } from './field-props'
import { PickField } from './pick-field'
import { SetField } from './set-field'
import { TextField } from './text-field'
import { TypedField } from './typed-field'

const CONTROLS: Readonly<Record<FieldType, (props: FieldProps) => ReactNode>> = {
  text: TextField,
  line: TextField,
  choice: ChoiceField,
  choices: ChoicesField,
  date: TypedField,
  year: TypedField,
  number: TypedField,
  person: PickField,
  organisation: PickField,
  place: PickField,
  block: PickField,
  metric: PickField,
  source: PickField,
  organisations: SetField,
  places: SetField,
  needs: SetField,
  blocks: SetField,
}

/** The control of a field, by its type; words until somebody wants to change them. */
export function FieldControl(props: FieldProps) {
  const Control = CONTROLS[props.field.type]
  return <Control {...props} />
}
