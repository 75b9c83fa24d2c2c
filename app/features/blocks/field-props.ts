import type { FieldDefinition } from '../../domain/strategy/field-types'
import type { Block } from '../../domain/strategy/strategy'

/** What every kind of field control is given. */
export interface FieldProps<Field extends FieldDefinition = FieldDefinition> {
  readonly block: Block
  readonly field: Field
  /** `objective 2.3`: which block, for those who hear the control out of its place. */
  readonly name: string
}

/** `Places, objective 2.3` */
export function nameField({ field, name }: Pick<FieldProps, 'field' | 'name'>): string {
  return `${field.label}, ${name}`
}
