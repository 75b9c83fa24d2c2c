import { fieldOf, fieldsOf, SENTENCE_FIELDS } from '../strategy/block-fields'
import type { BlockKind } from '../strategy/strategy'

/** An objective's first fields have keys of their own, outside the list of fields. */
const OBJECTIVE_FIELDS: Readonly<Record<string, string>> = {
  parentId: 'Under priority',
  leadId: 'Lead',
  level: 'Level',
  targetDate: 'Target date',
}

/** What a field of this kind of block is called; null when it has no such field (SPEC.md DI18). */
export function nameOfField(kind: BlockKind, key: string): string | null {
  const own = kind === 'objective' ? OBJECTIVE_FIELDS[key] : undefined
  if (own !== undefined) return own
  const sentence = SENTENCE_FIELDS.find((field) => field.key === key)
  return fieldOf(kind, key)?.label ?? (kind === 'objective' ? (sentence?.label ?? null) : null)
}

/** The fields of this kind of block that can be spoken to, in the order of its card (SPEC.md DI18). */
export function listFieldNames(kind: BlockKind): readonly { key: string; name: string }[] {
  const own = kind === 'objective' ? Object.entries(OBJECTIVE_FIELDS) : []
  const others = fieldsOf(kind).map(({ key, label }): [string, string] => [key, label])
  return [...own, ...others].map(([key, name]) => ({ key, name }))
}
