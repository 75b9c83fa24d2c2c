import type { Actor } from '../../../app/domain/access/actor'
import type { MetricInput } from '../metrics/read-metric'
import { type UpdateInput, addUpdate } from './add-update'
import type { AnsweringAdapters } from './answering-store'
import { type RoleInput, readRoleForm, setRole } from './change-role'
import {
  type EscalationKey,
  type RaiseInput,
  type StepInput,
  listEscalations,
  raiseForMetric,
  readEscalation,
  readEscalationForm,
  stepEscalation,
} from './escalations'
import { remind } from './remind'
import { listMyMetrics, readAnswering } from './read-answered'
import { readRules, setRules } from './rules'
import { type SaveSummaryInput, type SummaryKey, readSummary, saveSummary } from './summaries'

export function createAnsweringServices(adapters: AnsweringAdapters) {
  return {
    listMine: (actor: Actor) => listMyMetrics(adapters, actor),
    read: (actor: Actor | null, input: MetricInput) => readAnswering(adapters, actor, input),
    addUpdate: (actor: Actor | null, input: UpdateInput) => addUpdate(adapters, actor, input),
    readSummary: (actor: Actor | null, key: SummaryKey) => readSummary(adapters, actor, key),
    saveSummary: (actor: Actor | null, input: SaveSummaryInput) =>
      saveSummary(adapters, actor, input),
    readRules: (actor: Actor | null, strategyId: string) => readRules(adapters, actor, strategyId),
    setRules: (actor: Actor | null, input: Parameters<typeof setRules>[2]) =>
      setRules(adapters, actor, input),
    readRoleForm: (actor: Actor | null, input: MetricInput) => readRoleForm(adapters, actor, input),
    setRole: (actor: Actor | null, input: RoleInput) => setRole(adapters, actor, input),
    listEscalations: (actor: Actor | null, strategyId: string) =>
      listEscalations(adapters, actor, strategyId),
    readEscalation: (actor: Actor | null, key: EscalationKey) =>
      readEscalation(adapters, actor, key),
    readEscalationForm: (actor: Actor | null, input: MetricInput) =>
      readEscalationForm(adapters, actor, input),
    raise: (actor: Actor | null, input: RaiseInput) => raiseForMetric(adapters, actor, input),
    step: (actor: Actor | null, input: StepInput) => stepEscalation(adapters, actor, input),
    /** For the job that runs by itself: values that are due, answers that are overdue, each told once. */
    remind: () => remind(adapters),
  }
}

export type AnsweringServices = ReturnType<typeof createAnsweringServices>
