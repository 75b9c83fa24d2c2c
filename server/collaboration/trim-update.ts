import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type DeletedRange, type InspectedUpdate, inspectUpdate } from './gate'
import type { IdRanges } from './id-ranges'
import type { StateVector } from './protocol'

/**
 * Leaves out of an update what is already known. A returning client's answer repeats every deletion there ever was;
 * stored as it comes, each reconnect would add the whole list to the log.
 */
export function trimUpdate(
  update: InspectedUpdate,
  known: StateVector,
  deleted: IdRanges,
): InspectedUpdate {
  const news = update.deletes.flatMap(({ client, clock, length }) =>
    deleted
      .missing(client, clock, length)
      .map(({ from, to }) => ({ client, clock: from, length: to - from })),
  )
  const fresh = Y.diffUpdate(update.bytes, Y.encodeStateVector(new Map(known)))
  const structs = fresh.subarray(0, fresh.length - encodeDeletes(update.deletes).length)
  return inspectUpdate(Buffer.concat([structs, encodeDeletes(news)])) ?? update
}

/** The end of a V1 update, in the order Yjs writes it: greater client ids first. */
function encodeDeletes(deletes: readonly DeletedRange[]): Uint8Array {
  const clients = new Map<number, DeletedRange[]>()
  for (const range of deletes) {
    const ranges = clients.get(range.client)
    if (ranges) ranges.push(range)
    else clients.set(range.client, [range])
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of [...clients].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}
