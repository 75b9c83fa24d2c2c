import type { Period } from './period'

/** The fields of the form, exactly as typed. */
export interface TypedObservation {
  /** The first day of the period, YYYY-MM-DD. */
  readonly period: string
  readonly value: string
  readonly suppressed: boolean
  readonly lower95: string
  readonly upper95: string
  readonly numerator: string
  readonly denominator: string
  readonly note: string
  /** The observation to correct, or empty. */
  readonly corrects: string
  readonly reason: string
}

/** What the form says, read and found plausible; numbers are in the metric's unit. */
export interface NewObservation {
  readonly period: Period
  readonly value: number | null
  readonly suppressed: boolean
  readonly lower95: number | null
  readonly upper95: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly note: string
  readonly supersedesId: string | null
  readonly reason: string
}

export type ObservationField = Exclude<keyof TypedObservation, 'corrects'>
export type FieldErrors = Partial<Record<ObservationField, string>>

export const NUMBER_FIELDS = ['value', 'lower95', 'upper95', 'numerator', 'denominator'] as const
export type NumberField = (typeof NUMBER_FIELDS)[number]
export type Numbers = Record<NumberField, number | null>
