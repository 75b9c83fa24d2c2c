import * as Y from 'yjs'
import type { Block, MetricLink } from '../domain/strategy/strategy'

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
  return new Y.Map<unknown>(fields)
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
