import type { Actor } from '../../../app/domain/access/actor'
import type { MetricsAdapters } from '../metrics/metric-store'
import type { MetricInput } from '../metrics/read-metric'
import { readTarget } from './read-target'
import { type SetTargetInput, readTargetForm, removeTarget, setTarget } from './set-target'
import type { TargetStore } from './target-store'

export interface TargetsAdapters extends Omit<MetricsAdapters, 'blocks'> {
  readonly targets: TargetStore
}

export function createTargetsServices(adapters: TargetsAdapters) {
  return {
    readTarget: (actor: Actor | null, input: MetricInput) => readTarget(adapters, actor, input),
    readTargetForm: (actor: Actor | null, input: MetricInput) =>
      readTargetForm(adapters, actor, input),
    setTarget: (actor: Actor | null, input: SetTargetInput) => setTarget(adapters, actor, input),
    removeTarget: (actor: Actor | null, input: SetTargetInput) =>
      removeTarget(adapters, actor, input),
  }
}

export type TargetsServices = ReturnType<typeof createTargetsServices>
