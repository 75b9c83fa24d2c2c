import { crc32 } from 'node:zlib'

/** CRC-32 as PostgreSQL's integer, which is signed. Finds what a disk or a copy broke, not what somebody forged. */
export function checksum(...pieces: readonly Uint8Array[]): number {
  return pieces.reduce((crc, bytes) => crc32(bytes, crc), 0) | 0
}

/** Rows from before checksums have none, and are believed. */
export function isWhole(crc: number | null, ...pieces: readonly Uint8Array[]): boolean {
  return crc === null || crc === checksum(...pieces)
}
