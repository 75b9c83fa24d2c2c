import * as Y from 'yjs'
import { fieldsOf } from '../domain/strategy/block-fields'
import { type FieldDefinition, isSetType, isTextType } from '../domain/strategy/field-types'
import type { Block, FieldValue, MetricLink } from '../domain/strategy/strategy'

/** The block as a map with all its nested types: a type made later by two people at once would lose one of theirs. */
export function createBlockMap(block: Block, rank: string): Y.Map<unknown> {
  const fields: [string, unknown][] = [
    ['kind', block.kind],
    ['schema', 1],
    ['parentId', block.parentId],
    ['rank', rank],
    ['title', new Y.Text(block.title)],
    ['statement', new Y.Text(block.statement)],
  ]
  if (block.kind === 'objective') {
    fields.push(
      ['leadId', block.leadId],
      ['level', block.level],
      ['targetDate', block.targetDate],
      ['hwbPriorities', createSet(block.hwbPriorityIds)],
      ['needs', createSet(block.needIds)],
      ['metrics', new Y.Map(block.metricLinks.map((link) => [link.id, createMetricLinkMap(link)]))],
    )
  }
  for (const field of fieldsOf(block.kind)) {
    const stored = createField(field, block.fields?.[field.key])
    if (stored !== null) fields.push([field.key, stored])
  }
  return new Y.Map<unknown>(fields)
}

/** What is stored under a field's key; null: nothing until somebody chooses. */
function createField(field: FieldDefinition, value: FieldValue | undefined): unknown {
  if (value === undefined || isNested(field)) return createNested(field, value)
  return value
}

export function isNested({ type }: Pick<FieldDefinition, 'type'>): boolean {
  return isTextType(type) || isSetType(type)
}

/** The shared type a field lives in; null for one that is a plain value. */
export function createNested(
  { type }: Pick<FieldDefinition, 'type'>,
  value: FieldValue | undefined,
): Y.Text | Y.Map<unknown> | null {
  if (isTextType(type)) return new Y.Text(typeof value === 'string' ? value : '')
  return isSetType(type) ? createSet(Array.isArray(value) ? value : []) : null
}

/** Sets are maps id → true: of two lists written at once one would be lost, of two keys none is. */
export function createSet(ids: readonly string[]): Y.Map<unknown> {
  return new Y.Map<unknown>(ids.map((id) => [id, true]))
}

export function createMetricLinkMap(link: MetricLink): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['metricId', link.metricId],
    ['baseline', link.baseline],
    ['baselineDate', link.baselineDate],
    ['target', link.target],
    ['targetDate', link.targetDate],
  ])
}

/** Blocks of one kind under one parent are ordered among themselves. */
export function blockOrderKey(kind: string, parentId: string | null): string {
  return `${kind}\u0000${parentId ?? ''}`
}
