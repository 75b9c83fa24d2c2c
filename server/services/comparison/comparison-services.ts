import type { Actor } from '../../../app/domain/access/actor'
import { type CompareInput, type ComparisonAdapters, compareAreas } from './compare-areas'

export function createComparisonServices(adapters: ComparisonAdapters) {
  return {
    compareAreas: (actor: Actor | null, input: CompareInput) =>
      compareAreas(adapters, actor, input),
  }
}

export type ComparisonServices = ReturnType<typeof createComparisonServices>
