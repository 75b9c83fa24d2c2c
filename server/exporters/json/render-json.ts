import { numberBlocks } from '../../../app/domain/strategy/number-blocks'
import type { Block } from '../../../app/domain/strategy/strategy'
import type { StrategyCopy } from '../strategy-copy'
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
  })
}

function listLinks(block: Block): StrategyJson['links'] {
  const from = block.id
  const refines =
    block.parentId === null ? [] : [{ from, kind: 'refines' as const, to: block.parentId }]
  if (block.kind !== 'objective') return refines
  return [
    ...refines,
    ...block.hwbPriorityIds.map((to) => ({ from, kind: 'implements' as const, to })),
    ...block.needIds.map((to) => ({ from, kind: 'addresses' as const, to })),
    ...block.metricLinks.map(({ metricId: to }) => ({ from, kind: 'measured_by' as const, to })),
  ]
}
