import { formatDate } from '../dates/format-date'
import { isDate } from '../dates/parse-date'
import { BLOCK_KINDS, type BlockKind, type FieldValue } from '../strategy/strategy'
import { fieldOf } from '../strategy/block-fields'
import { termOf } from '../vocabularies/vocabulary'
import type { FieldChange, RecordChange, Segment, Value } from './comparison'

/** A change of a field in words, for whoever reads it. */
export type ShownField =
  | { readonly type: 'words'; readonly label: string; readonly segments: readonly Segment[] }
  | {
      readonly type: 'value'
      readonly label: string
      readonly before: string
      readonly after: string
    }
  | {
      readonly type: 'set'
      readonly label: string
      readonly added: readonly string[]
      readonly removed: readonly string[]
    }
  | { readonly type: 'records'; readonly label: string; readonly records: readonly ShownRecord[] }

export interface ShownRecord {
  readonly name: string
  readonly state: RecordChange['state']
  readonly facts: readonly {
    readonly label: string
    readonly before: string
    readonly after: string
  }[]
}

/** What an id is called; null when nothing is known by it. */
export type NameOf = (id: string) => string | null

export const NOTHING = 'nothing'

const LABELS: Readonly<Record<string, string>> = {
  kind: 'Kind',
  title: 'Title',
  statement: 'Statement',
  parentId: 'Stands under',
  leadId: 'Lead',
  level: 'Level',
  targetDate: 'Target date',
  hwbPriorityIds: 'HWB priorities',
  needIds: 'Assessed needs',
  metricLinks: 'Metrics',
  metricId: 'Metric',
  baseline: 'Baseline',
  baselineDate: 'Baseline date',
  target: 'Target',
  status: 'Status',
  section: 'Kind of chapter',
}

/** SPEC.md, DF22. `kind` null: a chapter's fields. */
export function showFields(
  kind: BlockKind | null,
  fields: readonly FieldChange[],
  nameOf: NameOf,
): ShownField[] {
  return fields.map((field) => showField(kind, field, nameOf))
}

function showField(kind: BlockKind | null, field: FieldChange, nameOf: NameOf): ShownField {
  const { label, tell } = findWords(kind, field.key, nameOf)
  switch (field.type) {
    case 'words':
      return { type: 'words', label, segments: field.segments }
    case 'value':
      return { type: 'value', label, before: tell(field.before), after: tell(field.after) }
    case 'set':
      return { type: 'set', label, added: field.added.map(tell), removed: field.removed.map(tell) }
    case 'records': {
      const records = field.records.map((record) => showRecord(record, nameOf))
      return { type: 'records', label, records }
    }
  }
}

/** A field by its name on the card, with one value of it in words; several are listed. SPEC.md, DF22. */
export function tellField(
  kind: BlockKind,
  { key, value }: { key: string; value: FieldValue | null },
  nameOf: NameOf,
): { label: string; value: string } {
  const { label, tell } = findWords(kind, key, nameOf)
  const values = typeof value === 'object' && value !== null ? value : [value]
  return { label, value: values.map(tell).join(', ') || NOTHING }
}

/** What a field is called, and what its values are. */
function findWords(kind: BlockKind | null, key: string, nameOf: NameOf) {
  const definition = kind && BLOCK_KINDS.includes(kind) ? fieldOf(kind, key) : null
  const options = definition && 'options' in definition ? definition.options : []
  return {
    label: definition?.label ?? labelOf(key),
    tell: (value: Value) => termOf(options, value)?.label ?? tellValue(key, value, nameOf),
  }
}

function showRecord({ state, before, after }: RecordChange, nameOf: NameOf): ShownRecord {
  const id = after['metricId'] ?? before['metricId'] ?? null
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const facts = keys
    .filter((key) => key !== 'metricId' || (state === 'changed' && before[key] !== after[key]))
    .map((key) => ({
      label: labelOf(key),
      before: tellValue(key, before[key] ?? null, nameOf),
      after: tellValue(key, after[key] ?? null, nameOf),
    }))
    .filter((fact) => fact.before !== fact.after)
  return { name: tellValue('metricId', id, nameOf), state, facts }
}

/** A key nobody has a word for reads as words: `fundingSource` → `Funding source`. */
function labelOf(key: string): string {
  const known = LABELS[key]
  if (known !== undefined) return known
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function tellValue(key: string, value: Value, nameOf: NameOf): string {
  if (value === null || value === '') return NOTHING
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isDate(value)) return formatDate(value)
  return nameOf(value) ?? (isId(key, value) ? 'no longer in the register' : tellWords(value))
}

/** Ids have no meaning to anybody who reads. */
function isId(key: string, value: string): boolean {
  return /Ids?$/.test(key) || /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)
}

function tellWords(value: string): string {
  return /^[a-z]+(_[a-z]+)*$/.test(value)
    ? value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' ')
    : value
}
