import type { SpcSettings } from './settings'
import type { SpecialCause } from './special-cause'

/** Why a point is marked, as a sentence for people who have never read about control charts (rule SC12). */
export function explainCause(
  cause: SpecialCause,
  settings: Pick<SpcSettings, 'trendLength' | 'shiftLength'>,
): string {
  const sentences: Record<SpecialCause, string> = {
    common_cause: 'Within the range expected from chance alone.',
    above_upper_limit: 'Above the upper process limit, which chance alone would rarely cause.',
    below_lower_limit: 'Below the lower process limit, which chance alone would rarely cause.',
    rising_trend: `Part of ${settings.trendLength} points in a row, each higher than the one before.`,
    falling_trend: `Part of ${settings.trendLength} points in a row, each lower than the one before.`,
    two_of_three_high:
      'One of at least two points in three that are close to the upper process limit.',
    two_of_three_low:
      'One of at least two points in three that are close to the lower process limit.',
    shift_above: `Part of ${settings.shiftLength} or more points in a row above the average.`,
    shift_below: `Part of ${settings.shiftLength} or more points in a row below the average.`,
  }
  return sentences[cause]
}
