import * as decoding from 'lib0/decoding'
import type { Range } from './id-ranges'

/**
 * The deletions of an update that holds nothing else, per client, as a snapshot keeps them.
 * Thousands in a large document, and read at every opening: so without Yjs's objects for them.
 * @throws when it is something else
 */
export function readDeleteSet(update: Uint8Array): Map<number, Range[]> {
  const decoder = decoding.createDecoder(update)
  if (decoding.readVarUint(decoder) !== 0) throw new Error('a delete set that holds structs')
  const clients = new Map<number, Range[]>()
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder)
    const ranges: Range[] = []
    for (let more = decoding.readVarUint(decoder); more > 0; more -= 1) {
      const from = decoding.readVarUint(decoder)
      ranges.push({ from, to: from + decoding.readVarUint(decoder) })
    }
    clients.set(client, ranges)
  }
  if (decoding.hasContent(decoder)) throw new Error('bytes after the delete set')
  return clients
}
