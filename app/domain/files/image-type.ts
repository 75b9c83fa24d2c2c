/** The kinds of picture a text may hold. No SVG: it is a program. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

export const LARGEST_IMAGE = 5 * 1024 * 1024
/** More than any screen or page shows; a small file can claim to be so large that opening it takes all memory. */
export const MOST_PIXELS = 40_000_000

export interface ImageFacts {
  readonly mediaType: ImageType
  readonly width: number
  readonly height: number
}

/** What a file is by its own bytes, whatever its name says; null when it is none of ours or is cut off. */
export function identifyImage(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const found = readPng(view) ?? readGif(view) ?? readWebp(view) ?? readJpeg(view)
    return found && found.width > 0 && found.height > 0 ? found : null
  } catch (error) {
    // Reading past the end: the file says it is a picture and stops before its size.
    if (error instanceof RangeError) return null
    throw error
  }
}

function startsWith(view: DataView, text: string, at = 0): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (view.getUint8(at + index) !== text.charCodeAt(index)) return false
  return true
}

function readPng(view: DataView): ImageFacts | null {
  if (!startsWith(view, '\u0089PNG\r\n\u001a\n') || !startsWith(view, 'IHDR', 12)) return null
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function readGif(view: DataView): ImageFacts | null {
  if (!startsWith(view, 'GIF87a') && !startsWith(view, 'GIF89a')) return null
  return { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

function readWebp(view: DataView): ImageFacts | null {
  if (!startsWith(view, 'RIFF') || !startsWith(view, 'WEBP', 8)) return null
  const size = readWebpSize(view)
  return size && { mediaType: 'image/webp', width: size[0], height: size[1] }
}

/** Simple, lossless and extended files keep their size in different places. */
function readWebpSize(view: DataView): [number, number] | null {
  if (startsWith(view, 'VP8 ', 12))
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]
  if (startsWith(view, 'VP8L', 12)) {
    const bits = view.getUint32(21, true)
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
  }
  if (!startsWith(view, 'VP8X', 12)) return null
  return [readUint24(view, 24) + 1, readUint24(view, 27) + 1]
}

function readUint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
}

/** Frames that carry the size; C4, C8 and CC are tables. */
const JPEG_SIZES: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
])

function readJpeg(view: DataView): ImageFacts | null {
  if (view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (JPEG_SIZES.has(marker))
      return {
        mediaType: 'image/jpeg',
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
      }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}
