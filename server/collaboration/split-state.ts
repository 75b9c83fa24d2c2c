import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = Y.Item | Y.GC

/** How far one person's structs are written. */
interface Cursor {
  readonly structs: readonly Struct[]
  next: number
}

/** What is asked of a client before another struct can be applied. */
interface Wanted {
  readonly client: number
  readonly clock: number
}

/** The structs of one client that go into the part that is being filled. */
interface Run {
  readonly from: number
  to: number
}

/**
 * A document as several updates of about `partBytes`, each of which applies after the ones before it. A client gives up
 * on a connection that brings no whole message for 30 s, so one large message over a slow line would never arrive.
 */
export function splitState(doc: Y.Doc, deleteSet: Uint8Array, partBytes: number): Uint8Array[] {
  const cursors = new Map<number, Cursor>()
  for (const [client, structs] of doc.store.clients) cursors.set(client, { structs, next: 0 })
  const parts: Uint8Array[] = []
  const runs = new Map<number, Run>()
  let bytes = 0
  for (const [client, { structs }] of [...cursors].sort(([a], [b]) => b - a)) {
    const last = structs.at(-1)
    if (!last) continue
    for (const taken of takeUpTo(cursors, { client, clock: last.id.clock + last.length - 1 })) {
      const run = runs.get(taken.client)
      if (run) run.to += 1
      else runs.set(taken.client, { from: taken.index, to: taken.index + 1 })
      bytes += measure(taken.struct)
      if (bytes < partBytes) continue
      parts.push(writePart(runs, cursors, NO_DELETIONS))
      runs.clear()
      bytes = 0
    }
  }
  // An update without structs is its delete set behind a zero.
  parts.push(writePart(runs, cursors, deleteSet.subarray(1)))
  return parts
}

const NO_DELETIONS = Uint8Array.of(0)

interface Taken {
  readonly client: number
  readonly index: number
  readonly struct: Struct
}

/** The structs up to a clock, each after those it builds on, in the order in which Yjs itself would integrate them. */
function* takeUpTo(cursors: ReadonlyMap<number, Cursor>, target: Wanted): Generator<Taken> {
  const stack = [target]
  for (let wanted = stack.at(-1); wanted; wanted = stack.at(-1)) {
    const { client, clock } = wanted
    const cursor = cursors.get(client)
    const struct = cursor?.structs[cursor.next]
    if (!cursor || !struct || struct.id.clock > clock) {
      stack.pop()
      continue
    }
    const missing = findMissing(cursors, struct)
    if (!missing) {
      yield { client, index: cursor.next, struct }
      cursor.next += 1
      continue
    }
    if (stack.some((waiting) => waiting.client === missing.client))
      throw new Error('structs wait for one another')
    stack.push(missing)
  }
}

function findMissing(cursors: ReadonlyMap<number, Cursor>, struct: Struct): Wanted | null {
  if (!(struct instanceof Y.Item)) return null
  const parent = struct.origin || struct.rightOrigin ? null : parentOf(struct)
  for (const id of [struct.origin, struct.rightOrigin, parent]) {
    if (!id || id.client === struct.id.client) continue
    const cursor = cursors.get(id.client)
    const next = cursor?.structs[cursor.next]
    if (next && next.id.clock <= id.clock) return id
  }
  return null
}

function parentOf({ parent }: Y.Item): Y.ID | null {
  if (parent instanceof Y.ID) return parent
  return parent instanceof Y.AbstractType ? (parent._item?.id ?? null) : null
}

/** Near enough: a struct is its content and a few small numbers. */
function measure(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoder.toUint8Array().length
}

/** As Yjs writes an update: how many clients, the highest first; for each how many structs, who, from which clock on. */
function writePart(
  runs: ReadonlyMap<number, Run>,
  cursors: ReadonlyMap<number, Cursor>,
  deletions: Uint8Array,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder } = encoder
  encoding.writeVarUint(restEncoder, runs.size)
  for (const [client, { from, to }] of [...runs].sort(([a], [b]) => b - a)) {
    const structs = cursors.get(client)?.structs.slice(from, to) ?? []
    encoding.writeVarUint(restEncoder, structs.length)
    encoder.writeClient(client)
    encoding.writeVarUint(restEncoder, structs[0]?.id.clock ?? 0)
    for (const struct of structs) struct.write(encoder, 0)
  }
  encoding.writeUint8Array(restEncoder, deletions)
  return encoder.toUint8Array()
}
