import type { KnownIds } from './assess-objective'
import { describeMissing } from './describe-missing'
import { leadOf } from './field-access'
import { concernsPlace, type PlacedArea } from './places-of-block'
import { BLOCK_KINDS, type Block, type BlockKind } from './strategy'

/** What somebody wants to see of all blocks; null means everything. */
export interface BlockFilter {
  readonly kind: BlockKind | null
  readonly placeId: string | null
  /** A person's id, or `none` for blocks without a lead. */
  readonly leadId: string | null
  readonly onlyMissing: boolean
}

interface Search {
  get(name: string): string | null
}

/** An address's search part; what is not known is left out, so that old links still open. SPEC.md, SG41. */
export function parseBlockFilter(search: Search): BlockFilter {
  const kind = search.get('kind')
  return {
    kind: BLOCK_KINDS.find((known) => known === kind) ?? null,
    placeId: search.get('place') || null,
    leadId: search.get('lead') || null,
    onlyMissing: search.get('missing') === 'any',
  }
}

export function isFilteringBlocks(filter: BlockFilter): boolean {
  const { kind, placeId, leadId, onlyMissing } = filter
  return kind !== null || placeId !== null || leadId !== null || onlyMissing
}

interface FilterFacts {
  readonly areas: ReadonlyMap<string, PlacedArea>
  readonly known: KnownIds
}

/** A block is shown when every part of the filter fits. SPEC.md, SG42. */
export function matchesBlockFilter(
  block: Block,
  filter: BlockFilter,
  { areas, known }: FilterFacts,
): boolean {
  const { kind, placeId, leadId, onlyMissing } = filter
  if (kind !== null && block.kind !== kind) return false
  if (leadId !== null && (leadOf(block) ?? 'none') !== leadId) return false
  if (placeId !== null && !concernsPlace(block, placeId, areas)) return false
  return !onlyMissing || describeMissing(block, known).length > 0
}

export interface BlockGroup {
  /** Null: blocks that stand under no priority. */
  readonly priority: Block | null
  readonly blocks: readonly Block[]
}

/**
 * Blocks under the priority they belong to, however many steps up it is: first those under none, then each priority in
 * reading order with itself first. SPEC.md, SG43 and SG44.
 */
export function groupByPriority(
  shown: readonly Block[],
  all: ReadonlyMap<string, Block>,
): readonly BlockGroup[] {
  const groups = new Map<string | null, Block[]>([[null, []]])
  for (const block of all.values()) if (block.kind === 'priority') groups.set(block.id, [])
  for (const block of shown) groups.get(priorityOf(block, all))?.push(block)
  return [...groups]
    .filter(([, blocks]) => blocks.length > 0)
    .map(([id, blocks]) => ({
      priority: id === null ? null : (all.get(id) ?? null),
      blocks: blocks.sort((a, b) => Number(b.id === id) - Number(a.id === id)),
    }))
}

/** A ring of parents ends: each block is looked at once. */
function priorityOf(block: Block, all: ReadonlyMap<string, Block>): string | null {
  const seen = new Set<string>()
  let next: Block | undefined = block
  while (next && !seen.has(next.id)) {
    if (next.kind === 'priority') return next.id
    seen.add(next.id)
    next = next.parentId === null ? undefined : all.get(next.parentId)
  }
  return null
}
