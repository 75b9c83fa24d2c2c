import type { Actor } from '../../../app/domain/access/actor'
import type { MetricsAdapters } from '../metrics/metric-store'
import type { MetricInput } from '../metrics/read-metric'
import {
  type AddMetricInput,
  type ChangeMetricInput,
  addMetric,
  changeDefinition,
  readDefinitionForm,
  readNewForm,
} from './define-metric'
import { giveUpMetric } from './give-up-metric'
import type { LibraryStore } from './library-store'

export interface LibraryAdapters extends Omit<MetricsAdapters, 'blocks'> {
  readonly library: LibraryStore
}

export function createLibraryServices(adapters: LibraryAdapters) {
  return {
    readNewForm: (actor: Actor | null, input: { readonly strategyId: string }) =>
      readNewForm(adapters, actor, input),
    readDefinitionForm: (actor: Actor | null, input: MetricInput) =>
      readDefinitionForm(adapters, actor, input),
    addMetric: (actor: Actor | null, input: AddMetricInput) => addMetric(adapters, actor, input),
    changeDefinition: (actor: Actor | null, input: ChangeMetricInput) =>
      changeDefinition(adapters, actor, input),
    giveUpMetric: (actor: Actor | null, input: ChangeMetricInput) =>
      giveUpMetric(adapters, actor, input),
  }
}

export type LibraryServices = ReturnType<typeof createLibraryServices>
