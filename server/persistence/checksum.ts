import { crc32 } from 'node:zlib'

/** CRC-32 as PostgreSQL's integer, which is signed. Finds what a disk or a copy broke, not what somebody forged. */
export function checksum(bytes: Uint8Array): number {
  return crc32(bytes) | 0
}
