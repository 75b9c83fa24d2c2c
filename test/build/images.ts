import { Buffer } from 'node:buffer'

/** Real files of 2 × 3 points, as small as each format allows. */
export const IMAGES = {
  'image/png': decode(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGM4IQcEJxhQKABAEQYZ0vND3gAAAABJRU5ErkJggg==',
  ),
  'image/gif': decode('R0lGODdhAgADAIAAAAAAAP///ywAAAAAAgADAAACAoRfADs='),
} as const

function decode(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

/** The beginning of a file that claims to be so large; readers of sizes look no further. */
export function claimPng(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}
