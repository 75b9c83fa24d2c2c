import type { EditionContent } from '../../app/domain/signoff/edition-content'

/** What an export is made from: a text with its figures, and how far that text has been agreed. */
export interface StrategyCopy {
  readonly edition: EditionContent
  readonly standing: Standing
  /** The pictures of the text by id, each as its hash in the edition says. */
  readonly files?: ReadonlyMap<string, Uint8Array>
}

/** Instants are ISO 8601. A draft has no number and no hash: nobody has agreed it. */
export type Standing =
  | { readonly state: 'draft'; readonly at: string }
  | {
      readonly state: 'edition'
      readonly number: number
      /** Major and minor: `2.1`. */
      readonly label?: string
      /** What changed since the edition before, as whoever submitted it said. */
      readonly changeNote?: string
      /** SHA-256 of `canonical`, 64 hexadecimal digits. */
      readonly hash: string
      /** The stored text the hash was made from. */
      readonly canonical: string
      readonly submittedAt: string
      readonly approvedAt: string | null
      /** Sent back to drafting: nobody will agree it any more. */
      readonly returnedAt: string | null
    }
