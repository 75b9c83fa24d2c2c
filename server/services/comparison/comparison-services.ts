import type { Actor } from '../../../app/domain/access/actor'
import { type CompareInput, type ComparisonAdapters, compareAreas } from './compare-areas'
import { type GroupsInput, readMetricGroups } from './compare-groups'

export function createComparisonServices(adapters: ComparisonAdapters) {
  return {
    compareAreas: (actor: Actor | null, input: CompareInput) =>
      compareAreas(adapters, actor, input),
    readMetricGroups: (actor: Actor | null, input: GroupsInput) =>
      readMetricGroups(adapters, actor, input),
  }
}

export type ComparisonServices = ReturnType<typeof createComparisonServices>
