import type { Actor } from '../../../app/domain/access/actor'
import { type CompareInput, type ComparisonAdapters, compareAreas } from './compare-areas'
<<<<<<< HEAD
import { type GroupsInput, readMetricGroups } from './compare-groups'
=======
import { type IntegrationAdapters, readIntegration } from './read-integration'
>>>>>>> eab840c (Work out the integration index over time)

export function createComparisonServices(adapters: ComparisonAdapters & IntegrationAdapters) {
  return {
    compareAreas: (actor: Actor | null, input: CompareInput) =>
      compareAreas(adapters, actor, input),
<<<<<<< HEAD
    readMetricGroups: (actor: Actor | null, input: GroupsInput) =>
      readMetricGroups(adapters, actor, input),
=======
    readIntegration: (actor: Actor | null, strategyId: string) =>
      readIntegration(adapters, actor, strategyId),
>>>>>>> eab840c (Work out the integration index over time)
  }
}

export type ComparisonServices = ReturnType<typeof createComparisonServices>
