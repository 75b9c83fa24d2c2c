import { formatDate } from '../../app/domain/dates/format-date'
import type { EditionContent } from '../../app/domain/signoff/edition-content'
import { assessObjective, describeAssessment } from '../../app/domain/strategy/assess-objective'
import type { Block, ObjectiveBlock } from '../../app/domain/strategy/strategy'
import { LEVEL_LABELS } from '../../app/domain/vocabularies/levels'
import { cleanLine, splitParagraphs } from './clean-text'
import type { BlockView, CellView, Depth, TableView } from './view'
import { viewMetrics } from './view-metrics'

interface BlockPlace {
  readonly label: string
  readonly anchor: string
  readonly depth: Depth
  readonly edition: EditionContent
}

/** One vision, priority or objective, with everything it is linked to written out. */
export function viewBlock(block: Block, { label, anchor, depth, edition }: BlockPlace): BlockView {
  const isObjective = block.kind === 'objective'
  return {
    type: 'block',
    kind: block.kind,
    depth,
    label,
    anchor,
    title: cleanLine(block.title) || 'No title yet',
    statement: statementOf(block),
    details: isObjective ? viewDetails(block, label, edition) : null,
    metrics: isObjective ? viewMetrics(block, label, edition) : null,
  }
}

function statementOf(block: Block): string[] {
  const paragraphs = splitParagraphs(block.statement)
  return paragraphs.length > 0 ? paragraphs : ['No statement yet.']
}

function viewDetails(objective: ObjectiveBlock, label: string, edition: EditionContent): TableView {
  const rows: [string, CellView][] = [
    ['Lead', viewLead(objective, edition)],
    ['Level', cell(objective.level ? [LEVEL_LABELS[objective.level]] : [], 'No level yet')],
    [
      'Target date',
      cell(objective.targetDate ? [formatDate(objective.targetDate)] : [], 'No target date yet'),
    ],
    ['Health and wellbeing board priorities', viewHwbPriorities(objective, edition)],
    ['Assessed needs', viewNeeds(objective, edition)],
    ['Tests met', viewTests(objective, edition)],
  ]
  return {
    caption: `${label}: who, when and why`,
    columns: ['About this objective', 'Details'],
    rows: rows.map(([name, value]) => [cell([name], ''), value]),
    widths: [32, 68],
  }
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
