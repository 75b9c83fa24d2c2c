import * as Y from 'yjs'
import { blocksOf, chaptersOf } from './shape'

export interface ChangesSince {
  /** Chapters whose text, title or facts somebody wrote in. */
  readonly chapters: ReadonlySet<string>
  readonly blocks: ReadonlySet<string>
}

/**
 * What others wrote after a state vector was taken. Only what is new is walked through. What was only deleted is not
 * found: a state vector knows nothing of deletions.
 */
export function findChangesSince(
  doc: Y.Doc,
  { seen, ownClients }: { seen: Uint8Array; ownClients: ReadonlySet<number> },
): ChangesSince {
  const known = Y.decodeStateVector(seen)
  const found = { chapters: new Set<string>(), blocks: new Set<string>() }
  const places = new Map<unknown, Place>()
  for (const [client, structs] of doc.store.clients) {
    if (ownClients.has(client)) continue
    const from = known.get(client) ?? 0
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index]
      if (!struct || struct.id.clock + struct.length <= from) break
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      const place = findPlace(doc, struct, places)
      if (place) found[place.root].add(place.id)
    }
  }
  return found
}

type Place = { readonly root: 'chapters' | 'blocks'; readonly id: string } | null

/** The chapter or block an item stands in; remembered per parent, because a paragraph has many letters. */
function findPlace(doc: Y.Doc, item: Y.Item, places: Map<unknown, Place>): Place {
  const trail: unknown[] = []
  let place: Place = null
  for (let next: Y.Item | null = item; next;) {
    const parent: unknown = next.parent
    if (places.has(parent)) {
      place = places.get(parent) ?? null
      break
    }
    if (parent === chaptersOf(doc) || parent === blocksOf(doc)) {
      const root = parent === chaptersOf(doc) ? 'chapters' : 'blocks'
      place = next.parentSub === null ? null : { root, id: next.parentSub }
      break
    }
    trail.push(parent)
    next = parent instanceof Y.AbstractType ? parent._item : null
  }
  for (const parent of trail) places.set(parent, place)
  return place
}
