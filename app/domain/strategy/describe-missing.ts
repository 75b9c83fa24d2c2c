import { assessObjective, type KnownIds, MISSING_WORDS } from './assess-objective'
import { fieldsOf } from './block-fields'
import { BLOCK_SHAPES, PARENT_RULES } from './block-shape'
import type { FieldDefinition } from './field-types'
import type { Block, PlainBlock } from './strategy'

/** What a block still needs, in words and in one order: work to do, not an error. SPEC.md, SG28–SG30. */
export function describeMissing(block: Block, known?: KnownIds): readonly string[] {
  if (block.kind === 'objective')
    return assessObjective(block, known).missing.map((test) => MISSING_WORDS[test])
  const fields = fieldsOf(block.kind).flatMap((field) =>
    field.needed === undefined || hasField(block, field, known) ? [] : [field.needed],
  )
  return [...missingWords(block), ...missingParent(block), ...fields]
}

function missingWords({ kind, title, statement }: PlainBlock): string[] {
  const needsStatement = BLOCK_SHAPES[kind].statement !== null
  return [
    ...(title === '' ? ['no title'] : []),
    ...(needsStatement && statement === '' ? ['no statement'] : []),
  ]
}

function missingParent({ kind, parentId }: PlainBlock): string[] {
  const needed = PARENT_RULES[kind]?.needed
  return needed === undefined || parentId !== null ? [] : [needed]
}

function hasField(block: PlainBlock, { key, type }: FieldDefinition, known?: KnownIds): boolean {
  const value = block.fields?.[key]
  if (value === undefined) return false
  if (typeof value !== 'string' || !known) return true
  if (type === 'person') return known.people.has(value)
  return type !== 'metric' || known.metrics.has(value)
}
