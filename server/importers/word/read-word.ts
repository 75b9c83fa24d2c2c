import mammoth from 'mammoth'
import { unpackWord } from './unpack-word'

/** A Word document as plain HTML, for the browser's own reader of pastes; what could not come along, counted. */
export interface ReadWord {
  readonly html: string
  readonly comments: number
  readonly deletions: number
}

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
]

/** Null: it is no Word document we can read. Nothing outside the file is ever fetched. */
export async function readWord(bytes: Uint8Array): Promise<ReadWord | null> {
  const unpacked = unpackWord(bytes)
  if (!unpacked) return null
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(unpacked.bytes) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      styleMap: STYLES,
      // Each picture leaves a mark, so that it can be counted; its bytes are not read.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  )
  return { html, comments: unpacked.comments, deletions: unpacked.deletions }
}
