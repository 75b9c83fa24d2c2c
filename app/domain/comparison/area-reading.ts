import type { AreaRef, Metric } from '../metrics/metric'
import { type Observation, keepCurrent } from '../metrics/observation'

/** What one area, or one group of people, has of a metric in a period. */
export type Reading = Pick<
  Observation,
  'value' | 'suppressed' | 'lower95' | 'upper95' | 'numerator' | 'denominator'
>

export interface AreaReading {
  readonly area: AreaRef
  /** Null when the area has no observation of the period. */
  readonly reading: Reading | null
}

/** What of a metric decides how its values may be compared. */
export type Compared = Pick<Metric, 'unit' | 'valueType' | 'polarity' | 'decimals'>

/** Every area with its current observation of the period that starts on that day (rule CM1). */
export function readAreas(
  areas: readonly AreaRef[],
  observations: readonly Observation[],
  start: string,
): AreaReading[] {
  const current = keepCurrent(observations).filter((row) => row.period.start === start)
  const byArea = new Map(current.map((row) => [row.areaId, row]))
  return areas.map((area) => ({ area, reading: byArea.get(area.id) ?? null }))
}

export type Absence = 'suppressed' | 'missing'

/** The number, or why there is none: suppressed is neither zero nor missing (rule CM2). */
export function valueOf(reading: Reading | null): number | Absence {
  if (reading?.suppressed) return 'suppressed'
  return reading?.value ?? 'missing'
}

export interface KnownValue {
  readonly area: AreaRef
  readonly reading: Reading
  readonly value: number
}

/** The areas whose value is known, in the order given. */
export function listKnown(readings: readonly AreaReading[]): KnownValue[] {
  return readings.flatMap(({ area, reading }) => {
    const value = valueOf(reading)
    return reading && typeof value === 'number' ? [{ area, reading, value }] : []
  })
}

export interface LeftOut {
  readonly area: AreaRef
  /** A sentence. */
  readonly why: string
}

/** The areas without a known value, each with its reason. */
export function listAbsent(readings: readonly AreaReading[]): LeftOut[] {
  return readings.flatMap(({ area, reading }) => {
    const value = valueOf(reading)
    if (typeof value === 'number') return []
    const why =
      value === 'suppressed'
        ? `The value of ${area.name} is suppressed (c).`
        : `${area.name} has no value in this period.`
    return [{ area, why }]
  })
}
