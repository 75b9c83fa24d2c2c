import { canonicaliseJson } from './canonical-json'
import type { EditionContent } from './edition-content'

/**
 * The one text of an edition: JSON with sorted keys, arrays in their own order, no spaces.
 * Two equal editions give the same string whatever order their keys were made in (SPEC.md SO20–SO24).
 * Text is kept as it was written: no Unicode normalisation, so the hash proves what people typed.
 */
export function canonicaliseEdition(edition: EditionContent): string {
  return canonicaliseJson(edition, 'edition')
}
