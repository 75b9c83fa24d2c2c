import type { AreaReading, Compared, Reading } from '../../app/domain/comparison/area-reading'

export const EMPTY_READING: Reading = {
  value: null,
  suppressed: false,
  lower95: null,
  upper95: null,
  numerator: null,
  denominator: null,
}

export function buildReading(parts: Partial<Reading> = {}): Reading {
  return { ...EMPTY_READING, ...parts }
}

/** A percentage with the counts that make it. */
export function buildShare(numerator: number, denominator: number): Reading {
  return buildReading({ value: (numerator / denominator) * 100, numerator, denominator })
}

/** One area for each: a number is its value, `c` is suppressed, null is missing. */
export function buildAreas(
  readings: Readonly<Record<string, Reading | number | 'c' | null>>,
): AreaReading[] {
  return Object.entries(readings).map(([name, reading]) => ({
    area: { id: name, name, level: 'place' },
    reading: readReading(reading),
  }))
}

function readReading(reading: Reading | number | 'c' | null): Reading | null {
  if (reading === 'c') return buildReading({ suppressed: true })
  return typeof reading === 'number' ? buildReading({ value: reading }) : reading
}

export const PERCENTAGE: Compared = { unit: '%', valueType: 'proportion', polarity: 'low_good', decimals: 1 }
