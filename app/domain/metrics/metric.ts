import type { Direction } from '../spc/settings'
import type { ChartChoice } from './chart-choice'
import type { MetricTarget } from './target'
import type { Spacing } from '../spc/applicability'

export const FREQUENCIES = ['monthly', 'quarterly', 'annual', 'rolling_3y'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const YEAR_TYPES = ['calendar', 'financial', 'academic'] as const
export type YearType = (typeof YEAR_TYPES)[number]

export const POLARITIES = ['high_good', 'low_good', 'neutral'] as const
export type Polarity = (typeof POLARITIES)[number]

export const VALUE_TYPES = [
  'count',
  'proportion',
  'crude_rate',
  'directly_standardised_rate',
  'life_expectancy',
  'mean',
  'ratio',
  'score',
  'indirectly_standardised_ratio',
  'slope_index',
] as const
export type ValueType = (typeof VALUE_TYPES)[number]

/** Nearest first: chosen here, one of a set for an index, or published for all England. */
export const METRIC_SCOPES = ['local', 'index', 'national'] as const
export type MetricScope = (typeof METRIC_SCOPES)[number]

/** A driver is worked on, a watch metric is looked at, a parked one measures no objective. */
export const METRIC_ROLES = ['driver', 'watch', 'parked'] as const
export type MetricRole = (typeof METRIC_ROLES)[number]

export const METRIC_SCOPE_LABELS: Record<MetricScope, string> = {
  local: 'Local',
  index: 'Part of an index',
  national: 'National',
}

export const METRIC_ROLE_SHORT: Record<MetricRole, string> = {
  driver: 'Driver',
  watch: 'Watch',
  parked: 'Parked',
}

export interface PersonRef {
  readonly id: string
  readonly name: string
}

export interface AreaRef {
  readonly id: string
  readonly name: string
  readonly level: string
}

/** What is measured, in which unit, how often, and who answers for it (domain model 4.5). */
export interface Metric {
  readonly id: string
  readonly partnershipId: string
  readonly code: string
  readonly title: string
  readonly plainTitle: string
  readonly definition: string
  readonly numerator: string
  readonly denominator: string
  readonly unit: string
  readonly valueType: ValueType
  /** Figures after the point when shown. */
  readonly decimals: number
  readonly polarity: Polarity
  readonly frequency: Frequency
  readonly yearType: YearType
  readonly source: string
  readonly caveats: string
  readonly area: AreaRef
  readonly lead: PersonRef | null
  readonly deputy: PersonRef | null
  readonly scope: MetricScope
  readonly role: MetricRole
  /** Days from a period's end until its value is there; null: as its frequency has it. */
  readonly lagDays: number | null
  /** The first day of the first period that is wanted, YYYY-MM-DD; null: since its first value. */
  readonly wantedSince: string | null
  /** Whom it is about; empty where that was not recorded. */
  readonly sex: string
  readonly age: string
  /** What its source calls it, such as Fingertips' number; empty without one. */
  readonly sourceId: string
  readonly licence: string
  readonly rationale: string
  readonly methodology: string
  readonly disclosure: string
  /** The id of one of the three chasms. */
  readonly chasm: string | null
  readonly tags: readonly string[]
  /** The day it was given up, YYYY-MM-DD; null while it is followed. */
  readonly retiredOn: string | null
  /** Counts up with each change of its values, in any area. */
  readonly version: number
  readonly chart: ChartChoice
  /** The target set for the metric itself; null without one that is a value of it. */
  readonly target: MetricTarget | null
}

export const FREQUENCY_LABELS: Record<Frequency, string> = {
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  annual: 'Once a year',
  rolling_3y: 'Once a year, three years pooled',
}

export const POLARITY_LABELS: Record<Polarity, string> = {
  high_good: 'A higher value is better',
  low_good: 'A lower value is better',
  neutral: 'Neither higher nor lower is better',
}

export const YEAR_TYPE_LABELS: Record<YearType, string> = {
  calendar: 'Calendar year, from January',
  financial: 'Financial year, from April',
  academic: 'Academic year, from September',
}

const DIRECTIONS: Record<Polarity, Direction> = {
  high_good: 'increase',
  low_good: 'decrease',
  neutral: 'neutral',
}

export function directionOf(polarity: Polarity): Direction {
  return DIRECTIONS[polarity]
}

export function spacingOf(frequency: Frequency): Spacing {
  if (frequency === 'rolling_3y') return 'pooled'
  return frequency === 'annual' ? 'annual' : 'within_year'
}
