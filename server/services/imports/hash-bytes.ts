import { createHash } from 'node:crypto'

/** By which a file is known to be the same. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
