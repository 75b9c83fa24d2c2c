import type { XmrPoint } from './analyse-series'
import type { Direction } from './settings'
import { type PointType, isHigh } from './special-cause'

/** An icon as data: drawn with its letter, read out by its words, never by colour alone. */
export interface SpcIcon<Kind extends string> {
  readonly kind: Kind
  readonly letter: string
  readonly words: string
}

export type VariationIcon = SpcIcon<'common_cause' | 'improvement' | 'concern' | 'neutral'>
export type AssuranceIcon = SpcIcon<'consistent_pass' | 'consistent_fail' | 'inconsistent'>

const KINDS: Record<PointType, VariationIcon['kind']> = {
  common_cause: 'common_cause',
  special_cause_improvement: 'improvement',
  special_cause_concern: 'concern',
  special_cause_neutral_high: 'neutral',
  special_cause_neutral_low: 'neutral',
}

const VARIATION_WORDS: Record<Exclude<VariationIcon['kind'], 'common_cause'>, string> = {
  improvement: 'Improving',
  concern: 'Getting worse',
  neutral: 'Changing',
}

/** The type of the last point is the variation of the series (rule SC13); null without points. */
export function chooseVariationIcon(points: readonly XmrPoint[]): VariationIcon | null {
  const last = points.at(-1)
  if (!last) return null
  const kind = KINDS[last.type]
  if (kind === 'common_cause') return { kind, letter: '~', words: 'No significant change' }
  const high = isHigh(last.cause)
  const ends = high ? 'high values' : 'low values'
  return { kind, letter: high ? 'H' : 'L', words: `${VARIATION_WORDS[kind]}: ${ends}` }
}

const ASSURANCE: Record<AssuranceIcon['kind'], AssuranceIcon> = {
  consistent_pass: { kind: 'consistent_pass', letter: 'P', words: 'Expected to meet the target' },
  consistent_fail: { kind: 'consistent_fail', letter: 'F', words: 'Expected to miss the target' },
  inconsistent: { kind: 'inconsistent', letter: '?', words: 'May meet or miss the target' },
}

/** The target against the limits at the last point (rules SC14, SC15); null where nothing can be said. */
export function chooseAssuranceIcon(
  points: readonly XmrPoint[],
  options: { direction: Direction; target: number | null },
): AssuranceIcon | null {
  const limits = points.at(-1)?.limits
  const { direction, target } = options
  if (!limits || target === null || direction === 'neutral') return null
  if (target >= limits.lower && target <= limits.upper) return ASSURANCE.inconsistent
  const isBelowTarget = target > limits.upper
  const passes = isBelowTarget === (direction === 'decrease')
  return passes ? ASSURANCE.consistent_pass : ASSURANCE.consistent_fail
}
