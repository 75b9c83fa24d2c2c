import { listField, textField } from './field-access'
import type { Block } from './strategy'

/** As much of an area as tells what lies in it. */
export interface PlacedArea {
  readonly id: string
  readonly parentId: string | null
}

/** The areas a block names; none: it is about the whole system. */
export function placesOf(block: Pick<Block, 'fields'>): readonly string[] {
  const one = textField(block, 'place')
  return one === '' ? listField(block, 'places') : [one]
}

/**
 * Whether a block is about a place: it names the place, something in it, or something it lies in; or it names none and
 * so is about everywhere. SPEC.md, SG38–SG40.
 */
export function concernsPlace(
  block: Pick<Block, 'fields'>,
  placeId: string,
  areas: ReadonlyMap<string, PlacedArea>,
): boolean {
  const named = placesOf(block)
  if (named.length === 0) return true
  return named.some((id) => liesIn(id, placeId, areas) || liesIn(placeId, id, areas))
}

/** A ring of areas ends: each is looked at once. */
function liesIn(id: string, within: string, areas: ReadonlyMap<string, PlacedArea>): boolean {
  const seen = new Set<string>()
  let next: string | null = id
  while (next !== null && !seen.has(next)) {
    if (next === within) return true
    seen.add(next)
    next = areas.get(next)?.parentId ?? null
  }
  return false
}
