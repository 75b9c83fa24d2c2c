import type { Actor } from '../../../app/domain/access/actor'
import type { TypedSet } from '../../../app/domain/metric-sets/parse-set'
import type { TypedSetSignOff } from '../../../app/domain/metric-sets/sign-set'
import type { MetricsAdapters } from '../metrics/metric-store'
import { type SetFormInput, addSetVersion, readSetForm, signSet } from './change-sets'
import type { MetricSetStore } from './metric-set-store'
import { type ReadSetInput, type SetInput, readSet, readSets } from './read-sets'

export interface MetricSetsAdapters extends Omit<MetricsAdapters, 'blocks'> {
  readonly metricSets: MetricSetStore
}

export function createMetricSetsServices(adapters: MetricSetsAdapters) {
  return {
    readSets: (actor: Actor | null, input: { readonly strategyId: string }) =>
      readSets(adapters, actor, input),
    readSet: (actor: Actor | null, input: ReadSetInput) => readSet(adapters, actor, input),
    readSetForm: (actor: Actor | null, input: SetFormInput) => readSetForm(adapters, actor, input),
    addSetVersion: (actor: Actor | null, input: SetFormInput & { readonly typed: TypedSet }) =>
      addSetVersion(adapters, actor, input),
    signSet: (actor: Actor | null, input: SetInput & { readonly typed: TypedSetSignOff }) =>
      signSet(adapters, actor, input),
  }
}

export type MetricSetsServices = ReturnType<typeof createMetricSetsServices>
