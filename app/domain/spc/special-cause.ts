import type { Sign } from './rules/sign'
import type { Direction } from './settings'

/** What one point shows, after the rules' precedence. */
export type SpecialCause =
  | 'common_cause'
  | 'above_upper_limit'
  | 'below_lower_limit'
  | 'rising_trend'
  | 'falling_trend'
  | 'two_of_three_high'
  | 'two_of_three_low'
  | 'shift_above'
  | 'shift_below'

export type PointType =
  | 'common_cause'
  | 'special_cause_improvement'
  | 'special_cause_concern'
  | 'special_cause_neutral_high'
  | 'special_cause_neutral_low'

/** What each rule found at one point. */
export interface Findings {
  readonly outside: Sign
  readonly trend: Sign
  readonly twoOfThree: Sign
  readonly shift: Sign
}

/** The first rule that found something names the point (rule SC9). */
export function nameSpecialCause(found: Findings): SpecialCause {
  if (found.outside !== 0) return found.outside > 0 ? 'above_upper_limit' : 'below_lower_limit'
  if (found.trend !== 0) return found.trend > 0 ? 'rising_trend' : 'falling_trend'
  if (found.twoOfThree !== 0) return found.twoOfThree > 0 ? 'two_of_three_high' : 'two_of_three_low'
  if (found.shift !== 0) return found.shift > 0 ? 'shift_above' : 'shift_below'
  return 'common_cause'
}

const SIGNS: Record<SpecialCause, Sign> = {
  common_cause: 0,
  above_upper_limit: 1,
  below_lower_limit: -1,
  rising_trend: 1,
  falling_trend: -1,
  two_of_three_high: 1,
  two_of_three_low: -1,
  shift_above: 1,
  shift_below: -1,
}

/** Whether the cause is good, bad or neither, given which way is better (rule SC10). */
export function judgeCause(cause: SpecialCause, direction: Direction): PointType {
  const sign = SIGNS[cause]
  if (sign === 0) return 'common_cause'
  if (direction === 'neutral')
    return sign > 0 ? 'special_cause_neutral_high' : 'special_cause_neutral_low'
  const isBetter = sign > 0 === (direction === 'increase')
  return isBetter ? 'special_cause_improvement' : 'special_cause_concern'
}

export function isHigh(cause: SpecialCause): boolean {
  return SIGNS[cause] > 0
}

/** The labels NHSRplotthedots prints, for comparing with other NHS tools. */
export function nameForNhsTools(
  cause: SpecialCause,
  lengths: { trend: number; shift: number },
): string {
  const labels: Record<SpecialCause, string> = {
    common_cause: 'Common Cause',
    above_upper_limit: 'Above UCL',
    below_lower_limit: 'Below LCL',
    rising_trend: `${lengths.trend} Point Trend (Increasing)`,
    falling_trend: `${lengths.trend} Point Trend (Decreasing)`,
    two_of_three_high: '2 in 3 Above CL',
    two_of_three_low: '2 in 3 Below CL',
    shift_above: `${lengths.shift} Points Above CL`,
    shift_below: `${lengths.shift} Points Below CL`,
  }
  return labels[cause]
}
