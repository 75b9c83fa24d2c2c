import { numberBlocks } from '../../../app/domain/strategy/number-blocks'
import type { StrategyCopy } from '../strategy-copy'
import { listLinks } from './list-links'
import { type StrategyJson, strategyJson } from './strategy-json'

/** Checked against its own schema, so that the schema cannot promise what is not there. */
export function renderJson(copy: StrategyCopy): string {
  return `${JSON.stringify(buildStrategyJson(copy), null, 2)}\n`
}

export function buildStrategyJson({ edition, standing }: StrategyCopy): StrategyJson {
  const { strategy, content, metrics, people, hwbPriorities, needs } = edition
  const numbers = numberBlocks(content.blocks)
  return strategyJson.parse({
    format: 'northing-strategy-1',
    strategy,
    draft: standing.state === 'draft' ? { at: standing.at } : null,
    edition: standing.state === 'edition' ? standing : null,
    chapters: content.chapters.map((chapter, index) => ({ ...chapter, number: index + 1 })),
    blocks: content.blocks.map((block) => ({ ...block, ...numbers.get(block.id) })),
    links: content.blocks.flatMap(listLinks),
    metrics,
    people,
    hwbPriorities,
    needs,
    organisations: edition.organisations ?? [],
    places: edition.places ?? [],
    sources: edition.sources,
    files: edition.files,
  })
}
