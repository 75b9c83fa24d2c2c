import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { type Place, type Struct, findPlaces } from './edit-places'
import { findStrange } from './known-content'
import { MAX_CLOCK_STEP, MAX_VALUE_DEPTH } from './limits'
import { hasWideRow } from './wide-rows'

/** An update that is well formed, and what it brings, read without a document. */
export interface InspectedUpdate {
  readonly bytes: Uint8Array
  /** Structs per client: `to` is the clock after the last one. Each client's structs follow on one another. */
  readonly inserts: readonly InsertedRange[]
  readonly deletes: readonly DeletedRange[]
  /** Ids it refers to: the greatest per client must exist, or Yjs would set the update aside without a word. */
  readonly needs: ReadonlyMap<number, number>
  /** How many structs it is. */
  readonly items: number
}

export interface InsertedRange {
  readonly client: number
  readonly from: number
  readonly to: number
}

export interface DeletedRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/**
 * Reads an update as Yjs would and refuses what a Northing client never sends:
 * other encodings, holes, jumps, subdocuments, prototype keys, deep values. Null means: refused. SPEC.md CO20–CO22.
 */
export function inspectUpdate(bytes: Uint8Array): InspectedUpdate | null {
  return readUpdate(bytes)?.update ?? null
}

/** An update from a person, judged by what it brings. */
export interface InspectedEdit extends InspectedUpdate {
  readonly places: ReadonlyMap<Y.Item, Place>
}

/** Refused: why, in a few words. */
export function inspectEdit(
  bytes: Uint8Array,
  extraRoots: ReadonlySet<string>,
): InspectedEdit | string {
  const read = readUpdate(bytes)
  const places = read && findPlaces(read.structs)
  if (!places) return 'the update cannot be read'
  for (const [item, place] of places) {
    const strange = findStrange(item, place, extraRoots)
    if (strange !== null) return strange
  }
  if (hasWideRow(places)) return 'a table without end'
  return { ...read.update, places }
}

function readUpdate(
  bytes: Uint8Array,
): { update: InspectedUpdate; structs: readonly Struct[] } | null {
  try {
    const { structs, ds } = decodeWhole(bytes)
    const inserts = readInserts(structs)
    if (!inserts || !structs.every(isAllowed)) return null
    const deletes: DeletedRange[] = []
    for (const [client, items] of ds.clients) {
      for (const { clock, len } of items) deletes.push({ client, clock, length: len })
    }
    if (!deletes.every(({ clock, length }) => length > 0 && isClock(clock + length))) return null
    const needs = readNeeds(structs, deletes)
    return { update: { bytes, inserts, deletes, needs, items: structs.length }, structs }
  } catch {
    // Yjs and lib0 tell a malformed update by throwing; there is nothing more to learn from it.
    return null
  }
}

export function isEmpty(update: InspectedUpdate): boolean {
  return update.inserts.length === 0 && update.deletes.length === 0
}

/** `Y.decodeUpdateV2` makes its decoder itself; this one can be asked afterwards whether anything is left. */
class WholeDecoder extends Y.UpdateDecoderV1 {
  static last: decoding.Decoder | null = null
  constructor(decoder: decoding.Decoder) {
    super(decoder)
    WholeDecoder.last = decoder
  }
}

/** `Y.decodeUpdate` ignores bytes after the end, which is how an update in another encoding passes for an empty one. */
function decodeWhole(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  const decoded = Y.decodeUpdateV2(bytes, WholeDecoder)
  if (WholeDecoder.last && decoding.hasContent(WholeDecoder.last))
    throw new Error('bytes after the end')
  return decoded
}

function readInserts(structs: readonly Struct[]): InsertedRange[] | null {
  const ranges = new Map<number, InsertedRange>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const known = ranges.get(client)
    const to = clock + struct.length
    if (struct instanceof Y.Skip || struct.length < 1 || !isClock(to)) return null
    if (client > MAX_CLIENT_ID) return null
    if (known && known.to !== clock) return null
    ranges.set(client, { client, from: known ? known.from : clock, to })
  }
  const inserts = [...ranges.values()]
  return inserts.every(({ from, to }) => to - from <= MAX_CLOCK_STEP) ? inserts : null
}

function readNeeds(
  structs: readonly Struct[],
  deletes: readonly DeletedRange[],
): Map<number, number> {
  const needs = new Map<number, number>()
  const need = (client: number, clock: number) =>
    needs.set(client, Math.max(clock, needs.get(client) ?? 0))
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    for (const id of [struct.origin, struct.rightOrigin, struct.parent])
      if (id instanceof Y.ID) need(id.client, id.clock)
  }
  for (const { client, clock, length } of deletes) need(client, clock + length - 1)
  return needs
}

/** Yjs draws them from 32 bits. */
const MAX_CLIENT_ID = 2 ** 32 - 1

/** Above 32 bits Yjs itself goes wrong in places. */
function isClock(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value < 2 ** 31
}

function isAllowed(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return true
  if (struct.parentSub === '__proto__') return false
  const content = struct.content
  if (content instanceof Y.ContentDoc || content instanceof Y.ContentBinary) return false
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isPlain(value, 0))
  if (content instanceof Y.ContentEmbed) return isPlain(content.embed, 0)
  if (content instanceof Y.ContentFormat)
    return content.key !== '__proto__' && isPlain(content.value, 0)
  return true
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_VALUE_DEPTH) return false
  if (Array.isArray(value)) return value.every((entry) => isPlain(entry, depth + 1))
  // Decoding a `__proto__` key gives the object another prototype instead of a property.
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every((entry) => isPlain(entry, depth + 1))
}
