import type { Block, StrategyContent } from '../strategy/strategy'
import type { BlockComparison } from './comparison'
import { compareFields } from './compare-fields'

/** What stands in the text: a block without a place in it is kept for undo and is not part of it. */
export function placedBlocks({ blocks }: StrategyContent): ReadonlyMap<string, Block> {
  const placed = blocks.filter(({ chapterId }) => chapterId !== null)
  return new Map(placed.map((block) => [block.id, block]))
}

/** The blocks that differ, in reading order; those that are gone follow. SPEC.md, DF14–DF17. */
export function compareBlocks(before: StrategyContent, after: StrategyContent): BlockComparison[] {
  const [old, now] = [placedBlocks(before), placedBlocks(after)]
  const ids = [...now.keys(), ...[...old.keys()].filter((id) => !now.has(id))]
  return ids.flatMap((id) => compareBlock(old.get(id) ?? null, now.get(id) ?? null) ?? [])
}

function compareBlock(before: Block | null, after: Block | null): BlockComparison | null {
  if (before && after) return compareBoth(before, after)
  const block = after ?? before
  if (!block) return null
  const fields = compareFields(before, after, ['id', 'chapterId', 'kind'])
  return { ...name(block), state: after ? 'added' : 'removed', isMoved: false, fields }
}

function compareBoth(before: Block, after: Block): BlockComparison | null {
  const fields = compareFields(before, after, ['id', 'chapterId'])
  const isMoved = before.chapterId !== after.chapterId
  return fields.length > 0 || isMoved ? { ...name(after), state: 'changed', isMoved, fields } : null
}

function name({ id, kind, title, chapterId }: Block) {
  return { id, kind, title, chapterId: chapterId ?? '' }
}
