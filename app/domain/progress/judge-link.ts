import type { Polarity } from '../metrics/metric'
import { meetsTarget } from '../metrics/target'
import type { MetricLink } from '../strategy/strategy'

/** How one metric stands to what one objective wants of it. */
export type LinkState =
  'met' | 'nearer' | 'no_nearer' | 'unmet' | 'no_value' | 'no_target' | 'no_direction'

export const LINK_STATE_WORDS: Record<LinkState, string> = {
  met: 'Meets its target',
  nearer: 'Better than its baseline, target not met yet',
  no_nearer: 'No better than its baseline',
  unmet: 'Target not met, no baseline to compare with',
  no_value: 'No value yet',
  no_target: 'No numeric target',
  no_direction: 'Neither a higher nor a lower value is better',
}

/** The link's target and baseline against the latest published value (rules PR1–PR6). */
export function judgeLink(
  link: Pick<MetricLink, 'baseline' | 'target'>,
  metric: { readonly polarity: Polarity; readonly latestValue: number | null },
): LinkState {
  const { polarity, latestValue } = metric
  if (link.target === null) return 'no_target'
  if (latestValue === null) return 'no_value'
  const met = meetsTarget(latestValue, link.target, polarity)
  if (met === null) return 'no_direction'
  if (met) return 'met'
  if (link.baseline === null) return 'unmet'
  const gained =
    polarity === 'high_good' ? latestValue - link.baseline : link.baseline - latestValue
  return gained > 0 ? 'nearer' : 'no_nearer'
}
