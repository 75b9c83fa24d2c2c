import { fieldsOf } from './block-fields'
import type { FieldType } from './field-types'
import type { Block } from './strategy'

/** One text or id of a block's fields; empty when it has none. */
export function textField(block: Pick<Block, 'fields'>, key: string): string {
  const value = block.fields?.[key]
  return typeof value === 'string' ? value : ''
}

export function listField(block: Pick<Block, 'fields'>, key: string): readonly string[] {
  const value = block.fields?.[key]
  return typeof value === 'object' ? value : []
}

export function numberField(block: Pick<Block, 'fields'>, key: string): number | null {
  const value = block.fields?.[key]
  return typeof value === 'number' ? value : null
}

/** The one person who answers for a block, whatever its kind. */
export function leadOf(block: Block): string | null {
  return block.kind === 'objective' ? block.leadId : textField(block, 'leadId') || null
}

/** What a block's fields of some types point at: the ids of all its places, or of the people it names. */
export function idsInFields(block: Block, types: readonly FieldType[]): readonly string[] {
  const { fields } = block
  if (!fields) return []
  return fieldsOf(block.kind).flatMap(({ key, type }) => {
    const value = fields[key]
    if (value === undefined || !types.includes(type)) return []
    return typeof value === 'object' ? value : [String(value)]
  })
}
