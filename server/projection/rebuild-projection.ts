import type { BlockReader } from './block-reader'
import type { BlockStore } from './block-store'
import { projectDocument, type ProjectorAdapters } from './projector'

/** Makes every strategy's rows equal to its document; answers how many blocks each strategy wrote or removed. */
export async function rebuildProjection(adapters: {
  readonly reader: Pick<BlockReader, 'read'>
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

/**
 * At start: edits may have been committed just before the program last ended. Answers how many documents were read.
 * One that cannot be read keeps nobody from the others.
 */
export async function catchUpProjection(
  adapters: Pick<ProjectorAdapters, 'reader' | 'blocks' | 'logger'>,
): Promise<number> {
  const lagging = await adapters.blocks.listLagging()
  for (const strategy of lagging) {
    try {
      await projectDocument(adapters, strategy)
    } catch (error) {
      adapters.logger.error({ err: error, ...strategy }, 'the rows of a document could not be made')
    }
  }
  return lagging.length
}
