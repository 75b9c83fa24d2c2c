import { compareStrategies } from '../diff/compare-strategies'
import { isUnchanged } from '../diff/comparison'
import { type ChangeSummary, describeComparison } from '../diff/describe-comparison'
import type { StrategyContent } from '../strategy/strategy'
import type { SignOff } from './agreement'

/** Sign-offs of a text that is no longer the newest, and why they do not carry over. */
export interface StaleSignOffs {
  /** The edition they are about. */
  readonly number: number
  readonly signOffs: readonly SignOff[]
  /** What the text says differently since. */
  readonly changes: ChangeSummary
}

interface Signed {
  readonly number: number
  readonly content: StrategyContent
  readonly signOffs: readonly SignOff[]
}

/**
 * A sign-off belongs to one text. Once the text says something else, the sign-offs given to the earlier one are stale,
 * except those of bodies that have signed the newer (SPEC.md SO31). Null when there are none.
 */
export function findStaleSignOffs(
  signed: Signed,
  now: { readonly content: StrategyContent; readonly signedBy: readonly string[] },
): StaleSignOffs | null {
  const left = signed.signOffs.filter(({ bodyId }) => !now.signedBy.includes(bodyId))
  if (left.length === 0) return null
  const comparison = compareStrategies(signed.content, now.content)
  if (isUnchanged(comparison)) return null
  return { number: signed.number, signOffs: left, changes: describeComparison(comparison) }
}
