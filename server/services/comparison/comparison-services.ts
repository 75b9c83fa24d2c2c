import type { Actor } from '../../../app/domain/access/actor'
import { type CompareInput, type ComparisonAdapters, compareAreas } from './compare-areas'
import { type GroupsInput, readMetricGroups } from './compare-groups'
import { type IntegrationAdapters, readIntegration } from './read-integration'

export function createComparisonServices(adapters: ComparisonAdapters & IntegrationAdapters) {
  return {
    compareAreas: (actor: Actor | null, input: CompareInput) =>
      compareAreas(adapters, actor, input),
    readMetricGroups: (actor: Actor | null, input: GroupsInput) =>
      readMetricGroups(adapters, actor, input),
    readIntegration: (actor: Actor | null, strategyId: string) =>
      readIntegration(adapters, actor, strategyId),
  }
}

export type ComparisonServices = ReturnType<typeof createComparisonServices>
