import type { ReactNode } from 'react'
import { formatDate } from '../../domain/dates/format-date'
import { resolveField } from '../../domain/links/resolve-field'
import { resolveLead } from '../../domain/links/resolve-links'
import { fieldOf } from '../../domain/strategy/block-fields'
import { PARENT_RULES } from '../../domain/strategy/block-shape'
import type { FieldDefinition } from '../../domain/strategy/field-types'
import type { Block, ObjectiveBlock } from '../../domain/strategy/strategy'
import { LEVEL_LABELS } from '../../domain/vocabularies/levels'
import { useBlocks } from './blocks-context'
import { FieldControl } from './field-control'
import { LeadField } from './lead-field'
import { LevelField } from './level-field'
import { listMissing } from './missing-foot'
import { ParentField } from './parent-field'
import { TargetDateField } from './target-date-field'
import { useNameBlock } from './use-outline'

export interface BoardCellProps {
  readonly columnId: string
  readonly block: Block
  readonly name: string
}

/** What one block says in one column, to change it or to read it; a dash where its kind does not say it at all. */
export function BoardCell(props: BoardCellProps) {
  const { columnId, block } = props
  if (columnId === 'missing') return <MissingWords block={block} />
  if (columnId === 'parent') return <ParentCell {...props} />
  if (block.kind === 'objective') {
    const Objective = OF_OBJECTIVE[columnId]
    if (Objective) return <Objective {...props} objective={block} />
  }
  const field = fieldFor(block, columnId)
  return field ? <FieldCell {...props} field={field} /> : <NotOfKind />
}

/** The field that stands in a column: its name differs between kinds. */
function fieldFor({ kind }: Block, columnId: string): FieldDefinition | null {
  const keys = COLUMN_KEYS[columnId] ?? [columnId]
  for (const key of keys) {
    const field = fieldOf(kind, key)
    if (field) return field
  }
  return null
}

const COLUMN_KEYS: Readonly<Record<string, readonly string[]>> = {
  lead: ['leadId'],
  level: ['levels'],
  date: ['endDate'],
  places: ['places', 'place'],
}

function NotOfKind() {
  return (
    <>
      <span aria-hidden="true" className="block-detail">
        –
      </span>
      <span className="visually-hidden">Does not apply</span>
    </>
  )
}

function MissingWords({ block }: { readonly block: Block }) {
  const { index } = useBlocks()
  const missing = listMissing(block, index)
  return missing.length === 0 ? (
    <span className="board-whole">Nothing</span>
  ) : (
    <span className="board-missing">{missing.join(', ')}</span>
  )
}

function ParentCell({ block, name }: BoardCellProps) {
  const { doc, mayEdit } = useBlocks()
  const nameBlock = useNameBlock(doc)
  if (!PARENT_RULES[block.kind]) return <NotOfKind />
  if (mayEdit) return <ParentField block={block} name={name} />
  return <Words words={block.parentId === null ? null : nameBlock(block.parentId)} />
}

function FieldCell({ block, name, field }: BoardCellProps & { readonly field: FieldDefinition }) {
  const { doc, index, mayEdit } = useBlocks()
  const nameBlock = useNameBlock(doc)
  if (mayEdit) return <FieldControl block={block} field={field} name={name} />
  const value = block.fields?.[field.key]
  const links = value === undefined ? [] : resolveField(field, value, { index, nameBlock })
  return <Words words={links.map(({ label }) => label).join('; ') || null} />
}

type ObjectiveCellProps = BoardCellProps & { readonly objective: ObjectiveBlock }

const OF_OBJECTIVE: Readonly<Record<string, (props: ObjectiveCellProps) => ReactNode>> = {
  lead: LeadCell,
  level: LevelCell,
  date: DateCell,
}

function LeadCell({ objective, name }: ObjectiveCellProps) {
  const { index, mayEdit } = useBlocks()
  const { id, leadId } = objective
  if (mayEdit) return <LeadField blockId={id} name={name} leadId={leadId} />
  return <Words words={leadId === null ? null : resolveLead(leadId, index).label} />
}

function LevelCell({ objective, name }: ObjectiveCellProps) {
  const { mayEdit } = useBlocks()
  if (mayEdit) return <LevelField objective={objective} name={name} />
  return <Words words={objective.level && LEVEL_LABELS[objective.level]} />
}

function DateCell({ objective, name }: ObjectiveCellProps) {
  const { mayEdit } = useBlocks()
  if (mayEdit) return <TargetDateField objective={objective} name={name} />
  return <Words words={objective.targetDate && formatDate(objective.targetDate)} />
}

function Words({ words }: { readonly words: string | null }) {
  return words === null ? <span className="block-missing">Not yet</span> : words
}
