import { type Reading, valueOf } from '../../domain/comparison/area-reading'
import { formatNumber } from '../../domain/numbers/format-number'

/** In a table: the figure, or why there is none. */
export function formatReading(reading: Reading | null, decimals: number): string {
  const value = valueOf(reading)
  if (value === 'suppressed') return 'c (suppressed)'
  return value === 'missing' ? 'no value' : formatNumber(value, decimals)
}

interface Ends {
  readonly lower95: number | null
  readonly upper95: number | null
}

export function describeInterval(ends: Ends | null, decimals: number): string {
  if (!ends || ends.lower95 === null || ends.upper95 === null) return '–'
  return `${formatNumber(ends.lower95, decimals)} to ${formatNumber(ends.upper95, decimals)}`
}
