import { BLOCK_FIELDS, SENTENCE_FIELDS } from '../../domain/strategy/block-fields'
import { type FieldType, isTextType } from '../../domain/strategy/field-types'
import { BLOCK_KINDS } from '../../domain/strategy/strategy'
import { BLOCK_KIND_LABELS } from '../../domain/vocabularies/block-kinds'

/** A column of the table of all blocks beside number and title. */
export interface BoardColumn {
  readonly id: string
  readonly label: string
}

const FIRST: readonly BoardColumn[] = [
  { id: 'missing', label: 'Still missing' },
  { id: 'lead', label: 'Lead' },
  { id: 'level', label: 'Level' },
  { id: 'date', label: 'Target date' },
  { id: 'places', label: 'Places' },
  { id: 'parent', label: 'Stands under' },
]

const SHOWN_AT_FIRST = FIRST.slice(0, 5).map(({ id }) => id)

/** Fields that have a column of their own above. */
const IN_FIRST = new Set(['leadId', 'endDate', 'places', 'place'])

/** Short enough to be compared down a table. */
function isComparable(type: FieldType): boolean {
  return !isTextType(type)
}

function listFieldColumns(): BoardColumn[] {
  const fields = BLOCK_KINDS.flatMap((kind) =>
    BLOCK_FIELDS[kind]
      .filter((field) => isComparable(field.type) && !SENTENCE_FIELDS.includes(field))
      .map(({ key, label }) => ({ key, label, kind })),
  ).filter(({ key }) => !IN_FIRST.has(key))
  const keys = [...new Set(fields.map(({ key }) => key))]
  return keys.map((key) => {
    const [first] = fields.filter((field) => field.key === key)
    const label = first?.label ?? key
    const isShared = fields.some((field) => field.label === label && field.key !== key)
    const of = first && isShared ? ` of ${BLOCK_KIND_LABELS[first.kind].toLowerCase()}` : ''
    return { id: key, label: `${label}${of}` }
  })
}

export const BOARD_COLUMNS: readonly BoardColumn[] = [...FIRST, ...listFieldColumns()]

/** The columns an address asks for, in their own order; the usual ones when it asks for none. */
export function chooseColumns(asked: readonly string[]): readonly BoardColumn[] {
  const known = BOARD_COLUMNS.filter(({ id }) => asked.includes(id))
  return known.length > 0 ? known : BOARD_COLUMNS.filter(({ id }) => SHOWN_AT_FIRST.includes(id))
}
