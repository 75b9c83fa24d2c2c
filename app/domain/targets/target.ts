/** What a metric measured when it was set out from, in what the target measures (a gap, for a target about a gap). */
export interface DatedValue {
  readonly value: number
  /** The last day of the period it is of, YYYY-MM-DD. */
  readonly on: string
}

export const TARGET_KINDS = [
  'absolute_by_date',
  'relative_change_by_date',
  'gap_to_comparator',
  'gap_between_groups',
  'benchmark_percentile',
  'direction_only',
] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** How each kind is put to somebody who sets a target (domain model 4.5). */
export const TARGET_KIND_LABELS: Record<TargetKind, string> = {
  absolute_by_date: 'Reach a value by a date',
  relative_change_by_date: 'Change by a percentage of the baseline by a date',
  gap_to_comparator: 'Narrow the gap to another area by a date',
  gap_between_groups: 'Narrow the gap between two groups of people by a date',
  benchmark_percentile: 'Be among the best areas by a date',
  direction_only: 'Only a direction: not measurable',
}

export interface Dated {
  /** The day it is to be reached, YYYY-MM-DD. */
  readonly due: string
  /** Null when there is none: then there is no course to be on. */
  readonly baseline: DatedValue | null
  /** Values planned on the way, in what the target measures; oldest first. */
  readonly steps: readonly DatedValue[]
}

/** What is wanted, without when and from where. */
export type Wish =
  | { readonly kind: 'absolute_by_date'; readonly value: number }
  /** Per cent of the baseline: -20 is a fifth less. */
  | { readonly kind: 'relative_change_by_date'; readonly change: number }
  /** How far on the worse side of the comparator is still enough, in the metric's unit; below zero is ahead of it. */
  | { readonly kind: 'gap_to_comparator'; readonly gap: number; readonly comparator: string }
  /** How far the first group may still be on the worse side of the second, in the metric's unit. */
  | {
      readonly kind: 'gap_between_groups'
      readonly gap: number
      readonly first: string
      readonly second: string
    }
  /** The best part of the areas to be in, 0 to 1: 0.25 is the top quarter. */
  | { readonly kind: 'benchmark_percentile'; readonly top: number }

export type MeasurableTarget = Dated & Wish

/** A wish to go up or down without a number: allowed, and marked as not measurable. */
export type Target = MeasurableTarget | { readonly kind: 'direction_only' }
