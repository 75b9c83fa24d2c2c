import type { Actor } from '../../../app/domain/access/actor'
import type { MetricInput } from '../metrics/read-metric'
import { type UpdateInput, addUpdate } from './add-update'
import type { AnsweringAdapters } from './answering-store'
import { listMyMetrics, readAnswering } from './read-answered'
import { type SaveSummaryInput, type SummaryKey, readSummary, saveSummary } from './summaries'

export function createAnsweringServices(adapters: AnsweringAdapters) {
  return {
    listMine: (actor: Actor) => listMyMetrics(adapters, actor),
    read: (actor: Actor | null, input: MetricInput) => readAnswering(adapters, actor, input),
    addUpdate: (actor: Actor | null, input: UpdateInput) => addUpdate(adapters, actor, input),
    readSummary: (actor: Actor | null, key: SummaryKey) => readSummary(adapters, actor, key),
    saveSummary: (actor: Actor | null, input: SaveSummaryInput) =>
      saveSummary(adapters, actor, input),
  }
}

export type AnsweringServices = ReturnType<typeof createAnsweringServices>
