import { identifyImage, IMAGE_TYPES, type ImageType } from './image-type'

export const PDF_TYPE = 'application/pdf'
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What may prove a sign-off: minutes as a PDF, a Word document or a picture of them. */
export const EVIDENCE_TYPES = [PDF_TYPE, WORD_TYPE, ...IMAGE_TYPES] as const
export type EvidenceType = (typeof EVIDENCE_TYPES)[number]

export const LARGEST_EVIDENCE = 5 * 1024 * 1024

export interface EvidenceFacts {
  readonly mediaType: EvidenceType
  /** Of a picture; 0 for documents. */
  readonly width: number
  readonly height: number
}

/** What a file is by its own bytes, whatever its name says; null when it is none of these. */
export function identifyEvidence(bytes: Uint8Array): EvidenceFacts | null {
  if (startsWith(bytes, '%PDF-')) return { mediaType: PDF_TYPE, width: 0, height: 0 }
  if (startsWith(bytes, 'PK\u0003\u0004') && holds(bytes, 'word/document.xml'))
    return { mediaType: WORD_TYPE, width: 0, height: 0 }
  return identifyImage(bytes)
}

export function isImage(mediaType: EvidenceType): mediaType is ImageType {
  return IMAGE_TYPES.some((type) => type === mediaType)
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (bytes[index] !== text.charCodeAt(index)) return false
  return true
}

/** The names of the parts stand in a zip as they are. */
function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (startsWith(bytes.subarray(at, at + text.length), text)) return true
  return false
}
