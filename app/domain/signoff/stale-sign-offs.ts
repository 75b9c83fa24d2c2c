import type { ChangeSummary } from '../diff/describe-comparison'
import type { SignOff } from './agreement'

/** Sign-offs of a text that is no longer the newest, and why they do not carry over. */
export interface StaleSignOffs {
  /** The edition they are about. */
  readonly number: number
  readonly signOffs: readonly SignOff[]
  /** What the text says differently since. */
  readonly changes: ChangeSummary
}

/** Sign-offs of an earlier text that their bodies have not given to the newer one. */
export function notSignedAnew(
  signOffs: readonly SignOff[],
  signedBy: readonly string[],
): readonly SignOff[] {
  return signOffs.filter(({ bodyId }) => !signedBy.includes(bodyId))
}

/**
 * A sign-off belongs to one text. Once the text says something else, the sign-offs given to the earlier one are stale,
 * except those of bodies that have signed the newer (SPEC.md SO31). Null when there are none.
 */
export function findStaleSignOffs(
  left: Omit<StaleSignOffs, 'changes'>,
  compared: { readonly isUnchanged: boolean; readonly summary: ChangeSummary },
): StaleSignOffs | null {
  if (left.signOffs.length === 0 || compared.isUnchanged) return null
  return { ...left, changes: compared.summary }
}
