import type { Actor } from '../../../app/domain/access/actor'
import { type ExportInput, exportStrategy } from './export-strategy'
import type { ExportsAdapters } from './exports-adapters'
import { listStrategiesJson, readStrategyJson } from './read-json'
import { exportPublished, readPublished } from './read-published'

export function createExportsServices(adapters: ExportsAdapters) {
  return {
    exportStrategy: (actor: Actor | null, input: ExportInput) =>
      exportStrategy(adapters, actor, input),
    readPublished: (input: Parameters<typeof readPublished>[1]) => readPublished(adapters, input),
    exportPublished: (input: { slug: string; format: string }) => exportPublished(adapters, input),
    readStrategyJson: (
      actor: Actor | null,
      input: { strategyId: string; edition?: string | undefined },
    ) => readStrategyJson(adapters, actor, input),
    listStrategiesJson: (actor: Actor) => listStrategiesJson(adapters, actor),
  }
}

export type ExportsServices = ReturnType<typeof createExportsServices>
