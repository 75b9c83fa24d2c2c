import * as Y from 'yjs'
import { TABLE_CELL, WIDEST_SPAN } from '../../app/document/node-names'
import type { Place } from './edit-places'

/** Whether an update brings more cells into one row than a page shows: every editor walks all places of a table. */
export function hasWideRow(places: ReadonlyMap<Y.Item, Place>): boolean {
  const counts = new Map<unknown, number>()
  for (const [{ content }, place] of places) {
    if (!(content instanceof Y.ContentType) || !isCell(content.type)) continue
    // Those that stand in one another's row share what they rest on.
    const row = place.parent ?? place.base
    const count = (counts.get(row) ?? 0) + 1
    if (count > WIDEST_SPAN) return true
    counts.set(row, count)
  }
  return false
}

function isCell(type: unknown): boolean {
  return type instanceof Y.XmlElement && type.nodeName === TABLE_CELL
}
