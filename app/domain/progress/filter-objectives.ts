import { isLevel } from '../vocabularies/levels'
import type { Level } from '../strategy/strategy'
import { GAPS, type Gap, type ObjectiveProgress } from './assess-progress'

/** What a reader wants to see; null means everything. */
export interface ProgressFilter {
  readonly level: Level | 'none' | null
  /** A person's id, or `none` for objectives without a lead. */
  readonly leadId: string | null
  readonly attention: Gap | 'any' | null
}

export interface FilteredObjective {
  readonly level: Level | null
  readonly leadId: string | null
  readonly progress: Pick<ObjectiveProgress, 'gaps' | 'needsAttention'>
}

/** An address's search part; what is not known is left out, so that old links still open (rule PR20). */
export function parseFilter(search: { get(name: string): string | null }): ProgressFilter {
  const level = search.get('level')
  const attention = search.get('attention')
  return {
    level: level === 'none' || isLevel(level) ? level : null,
    leadId: search.get('lead') || null,
    attention: attention === 'any' ? 'any' : (GAPS.find((gap) => gap === attention) ?? null),
  }
}

/** An objective is shown when every part of the filter fits (rule PR19). */
export function matchesFilter(objective: FilteredObjective, filter: ProgressFilter): boolean {
  const { level, leadId, attention } = filter
  if (level !== null && (objective.level ?? 'none') !== level) return false
  if (leadId !== null && (objective.leadId ?? 'none') !== leadId) return false
  if (attention === null) return true
  if (attention === 'any') return objective.progress.needsAttention
  return objective.progress.gaps.includes(attention)
}

export function isFiltering(filter: ProgressFilter): boolean {
  return filter.level !== null || filter.leadId !== null || filter.attention !== null
}
