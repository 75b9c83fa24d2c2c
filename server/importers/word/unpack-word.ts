import { strFromU8, unzipSync, zipSync } from 'fflate'

/** The parts of a Word document that hold words and their structure. Pictures, fonts and macros are never unpacked. */
const PARTS = /^(?:\[Content_Types\]\.xml|(?:_rels|word|word\/_rels)\/[^/]+\.(?:xml|rels))$/u
const MAX_UNPACKED = 60 * 1024 * 1024
const MAX_PARTS = 200

export interface UnpackedWord {
  /** The same document with nothing else in it. */
  readonly bytes: Uint8Array
  readonly comments: number
  readonly deletions: number
}

/** Null: it is no Word document, or one that unpacks to more than any text could be. */
export function unpackWord(bytes: Uint8Array): UnpackedWord | null {
  const parts = unzipParts(bytes)
  const main = parts?.['word/document.xml']
  if (!parts || !main) return null
  const comments = parts['word/comments.xml']
  return {
    bytes: zipSync(parts, { level: 0 }),
    comments: comments ? countElements(comments, 'w:comment') : 0,
    deletions: countElements(main, 'w:del'),
  }
}

function unzipParts(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let total = 0
  let count = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false
        total += originalSize
        count += 1
        if (total > MAX_UNPACKED || count > MAX_PARTS) throw new Error('too large when unpacked')
        return true
      },
    })
    return parts
  } catch {
    // Not a zip file, a damaged one, or a bomb: to the person it is one and the same.
    return null
  }
}

function countElements(xml: Uint8Array, name: string): number {
  return strFromU8(xml).split(`<${name} `).length - 1
}
