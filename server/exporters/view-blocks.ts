import { formatDate } from '../../app/domain/dates/format-date'
import { indexRegisters } from '../../app/domain/links/registers'
import { registersOfEdition } from '../../app/domain/links/registers-of-edition'
import { type FieldNames, NOT_IN_TEXT, resolveField } from '../../app/domain/links/resolve-field'
import type { EditionContent } from '../../app/domain/signoff/edition-content'
import { assessObjective, describeAssessment } from '../../app/domain/strategy/assess-objective'
import { fieldsOf, SENTENCE_FIELDS } from '../../app/domain/strategy/block-fields'
import { BLOCK_SHAPES, PARENT_RULES } from '../../app/domain/strategy/block-shape'
import type { FieldDefinition } from '../../app/domain/strategy/field-types'
import type {
  Block,
  FieldValue,
  ObjectiveBlock,
  PlainBlock,
} from '../../app/domain/strategy/strategy'
import { BLOCK_LOOKS } from '../../app/domain/vocabularies/block-kinds'
import { LEVEL_LABELS } from '../../app/domain/vocabularies/levels'
import { cleanLine, splitParagraphs } from './clean-text'
import type { BlockView, CellView, Depth, TableView } from './view'
import { viewMetrics } from './view-metrics'

type NamedCell = [name: string, cell: CellView]

interface BlockPlace {
  readonly label: string
  /** What other blocks are called, for fields that point at them. */
  readonly nameBlock: (blockId: string) => string | null
  readonly anchor: string
  readonly depth: Depth
  readonly edition: EditionContent
}

/** One block, with everything it is linked to written out. */
export function viewBlock(block: Block, place: BlockPlace): BlockView {
  const { label, anchor, depth, edition } = place
  const isObjective = block.kind === 'objective'
  return {
    type: 'block',
    kind: block.kind,
    look: BLOCK_LOOKS[block.kind],
    depth,
    label,
    anchor,
    title: cleanLine(block.title) || 'No title yet',
    statement: statementOf(block),
    details: isObjective ? viewDetails(block, place) : viewFacts(block, place),
    metrics: isObjective ? viewMetrics(block, label, edition) : null,
  }
}

function statementOf(block: Block): string[] {
  if (BLOCK_SHAPES[block.kind].statement === null) return []
  const paragraphs = splitParagraphs(block.statement)
  return paragraphs.length > 0 ? paragraphs : ['No statement yet.']
}

function viewDetails(objective: ObjectiveBlock, place: BlockPlace): TableView {
  const { label, edition } = place
  const rows: NamedCell[] = [
    ['Lead', viewLead(objective, edition)],
    ['Level', cell(objective.level ? [LEVEL_LABELS[objective.level]] : [], 'No level yet')],
    [
      'Target date',
      cell(objective.targetDate ? [formatDate(objective.targetDate)] : [], 'No target date yet'),
    ],
    ['Health and wellbeing board priorities', viewHwbPriorities(objective, edition)],
    ['Assessed needs', viewNeeds(objective, edition)],
    ...viewFields(objective, place),
    ['Tests met', viewTests(objective, edition)],
  ]
  return {
    caption: `${label}: who, when and why`,
    columns: ['About this objective', 'Details'],
    rows: rows.map(([name, value]) => [cell([name], ''), value]),
    widths: [32, 68],
  }
}

/** What a block of another kind stands under and says in its fields; null when that is nothing. */
function viewFacts(block: PlainBlock, place: BlockPlace): TableView | null {
  const rows = [...viewParent(block, place), ...viewFields(block, place)]
  if (rows.length === 0) return null
  return {
    caption: `${place.label}: details`,
    columns: ['About it', 'Details'],
    rows: rows.map(([name, value]) => [cell([name], ''), value]),
    widths: [32, 68],
  }
}

function viewParent({ kind, parentId }: PlainBlock, { nameBlock }: BlockPlace): NamedCell[] {
  const rule = PARENT_RULES[kind]
  if (!rule || parentId === null) return []
  const name = nameBlock(parentId)
  return [[rule.label, cell(name === null ? [] : [name], NOT_IN_TEXT)]]
}

/** The slots of the sentence are in the statement already. */
function viewFields(block: Block, { edition, nameBlock }: BlockPlace): NamedCell[] {
  if (!block.fields) return []
  const names = { index: indexRegisters(registersOfEdition(edition)), nameBlock }
  return fieldsOf(block.kind)
    .filter((field) => !SENTENCE_FIELDS.includes(field))
    .flatMap((field): NamedCell[] => {
      const value = block.fields?.[field.key]
      return value === undefined ? [] : [[field.label, viewValue(field, value, names)]]
    })
}

function viewValue(field: FieldDefinition, value: FieldValue, names: FieldNames): CellView {
  if (field.type === 'text') return cell(splitParagraphs(String(value)), '')
  const lines = resolveField(field, value, names).map(({ label, detail }) =>
    [label, detail].filter(Boolean).join(', '),
  )
  return cell(lines, '')
}

function viewLead(objective: ObjectiveBlock, edition: EditionContent): CellView {
  if (objective.leadId === null) return cell([], 'No lead yet')
  const person = edition.people.find(({ id }) => id === objective.leadId)
  if (!person) return cell([], 'The lead chosen is no longer in the register')
  return cell(
    [[person.name, person.jobTitle, person.organisationName].filter(Boolean).join(', ')],
    '',
  )
}

function viewHwbPriorities(objective: ObjectiveBlock, edition: EditionContent): CellView {
  const linked = edition.hwbPriorities.filter(({ id }) => objective.hwbPriorityIds.includes(id))
  const lines = linked.map((one) => `${one.hwbStrategyTitle}, priority ${one.number}: ${one.title}`)
  return cell(lines, 'Not linked to a priority of a health and wellbeing board yet')
}

function viewNeeds(objective: ObjectiveBlock, edition: EditionContent): CellView {
  const linked = edition.needs.filter(({ id }) => objective.needIds.includes(id))
  return cell(
    linked.map((one) => `${one.jsnaTitle}, need ${one.number}: ${one.title}`),
    'Not linked to an assessed need yet',
  )
}

function viewTests(objective: ObjectiveBlock, edition: EditionContent): CellView {
  const known = {
    people: new Set(edition.people.map(({ id }) => id)),
    metrics: new Set(edition.metrics.map(({ id }) => id)),
  }
  const assessment = assessObjective(objective, known)
  return { lines: [describeAssessment(assessment)], missing: assessment.missing.length > 0 }
}

/** Text for a cell, or what to say when there is none. */
export function cell(lines: readonly string[], whenMissing: string): CellView {
  if (lines.length > 0) return { lines: lines.map(cleanLine), missing: false }
  return { lines: [whenMissing], missing: true }
}
