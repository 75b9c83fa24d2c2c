import type { Actor } from '../../../app/domain/access/actor'
import { type AssignLeadInput, assignLead } from './assign-lead'
import { type ChangeChartInput, changeChart } from './change-chart'
import { type ListInput, listMetrics } from './list-metrics'
import { rememberAssessments } from './remember-assessments'
import type { MetricsAdapters } from './metric-store'
import { type MetricInput, readMetric } from './read-metric'
import { type RecordInput, recordObservation } from './record-observation'

export function createMetricsServices(adapters: MetricsAdapters) {
  const assess = rememberAssessments(adapters.metrics)
  return {
    listMetrics: (actor: Actor | null, input: ListInput) =>
      listMetrics({ ...adapters, assess }, actor, input),
    readMetric: (actor: Actor | null, input: MetricInput) => readMetric(adapters, actor, input),
    recordObservation: (actor: Actor | null, input: RecordInput) =>
      recordObservation(adapters, actor, input),
    changeChart: (actor: Actor | null, input: ChangeChartInput) =>
      changeChart(adapters, actor, input),
    assignLead: (actor: Actor | null, input: AssignLeadInput) => assignLead(adapters, actor, input),
  }
}

export type MetricsServices = ReturnType<typeof createMetricsServices>
