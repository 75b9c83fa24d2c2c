import type { DocumentReader } from '../services/documents'
import type { BlockStore } from './block-store'
import { projectDocument } from './projector'

/** Makes every strategy's rows equal to its document; answers how many blocks each strategy wrote or removed. */
export async function rebuildProjection(adapters: {
  readonly reader: DocumentReader
  readonly blocks: BlockStore
}): Promise<readonly { strategyId: string; written: number }[]> {
  const results: { strategyId: string; written: number }[] = []
  for (const strategy of await adapters.blocks.listProjectable()) {
    results.push({
      strategyId: strategy.strategyId,
      written: await projectDocument(adapters, strategy),
    })
  }
  return results
}
