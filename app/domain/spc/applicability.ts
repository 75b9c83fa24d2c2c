/** Points that lock the limits, as the NHS guidance has it. */
export const POINTS_FOR_LIMITS = 12
/** Fewer points than the run rules look at say nothing; our own choice, the NHS tools draw limits from 2. */
export const POINTS_FOR_TRIAL = 7

export type Spacing = 'within_year' | 'annual' | 'pooled'

/** Whether the XmR rules may speak about a series, and the sentence that says why not. */
export interface Applicability {
  readonly kind: 'control_chart' | 'trial_limits' | 'too_few_points' | 'annual' | 'pooled'
  /** Empty when the chart needs no warning. */
  readonly sentence: string
}

/** Judges a series by the spacing of its periods and the points in its current baseline (rules SC16–SC19). */
export function judgeApplicability(series: { spacing: Spacing; points: number }): Applicability {
  const { spacing, points } = series
  if (spacing === 'pooled')
    return {
      kind: 'pooled',
      sentence:
        'Each value pools several years, so values overlap and a control chart would mislead.',
    }
  if (spacing === 'annual')
    return {
      kind: 'annual',
      sentence: 'One value a year is too few for a control chart.',
    }
  if (points < POINTS_FOR_TRIAL)
    return {
      kind: 'too_few_points',
      sentence: `Too few points for a control chart: ${points} so far, ${POINTS_FOR_TRIAL} needed.`,
    }
  if (points < POINTS_FOR_LIMITS)
    return {
      kind: 'trial_limits',
      sentence: `Trial limits: made from ${points} points, they move with each new one until there are ${POINTS_FOR_LIMITS}.`,
    }
  return { kind: 'control_chart', sentence: '' }
}

export function hasControlChart(applicability: Applicability): boolean {
  return applicability.kind === 'control_chart' || applicability.kind === 'trial_limits'
}
