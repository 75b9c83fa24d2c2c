import { isCount, isPercent } from './unit'

/** What is known of one reading: a number, or suppressed because too few people are behind it. */
export interface Value {
  readonly value: number | null
  readonly suppressed?: boolean
}

/** How a metric's values are shown. `decimals` is figures after the point. */
export interface ValueStyle {
  readonly unit: string
  readonly decimals: number
}

/** 1234.5 with 1 decimal → `1,234.5`; negative numbers get a real minus sign (U+2212). */
export function formatNumber(value: number, decimals: number): string {
  const figures = formatterOf(decimals).format(Math.abs(value))
  const isZero = !/[1-9]/.test(figures)
  return value < 0 && !isZero ? `\u2212${figures}` : figures
}

const formatters = new Map<number, Intl.NumberFormat>()

/** Making one costs as much as formatting a hundred numbers, and a chart formats a hundred. */
function formatterOf(decimals: number): Intl.NumberFormat {
  const known = formatters.get(decimals)
  if (known) return known
  const made = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  formatters.set(decimals, made)
  return made
}

/** A reading with its unit: `12.5%`, `62.1 years`, `c` when suppressed, `no value` when missing. */
export function formatValue(reading: Value, style: ValueStyle): string {
  if (reading.suppressed) return 'c'
  if (reading.value === null) return 'no value'
  return joinUnit(formatNumber(reading.value, style.decimals), style.unit)
}

/** A stored number as it stands in a field: no commas, no unit, every figure kept. */
export function formatForField(value: number | null, decimals: number): string {
  if (value === null) return ''
  const plain = String(value)
  const figures = plain.includes('e') ? value.toFixed(15) : plain
  const shown = (figures.split('.')[1] ?? '').length
  return shown < decimals ? value.toFixed(decimals) : figures
}

/** A number and its unit as they are written together. */
export function joinUnit(figures: string, unit: string): string {
  if (isPercent(unit)) return `${figures}%`
  if (unit.trim() === '' || isCount(unit)) return figures
  return unit.startsWith('£') ? `£${figures}${unit.slice(1)}` : `${figures} ${unit}`
}

/** 1 → `1 objective`, 2 → `2 objectives`. `plural` for nouns that do not just add an s. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count, 0)} ${count === 1 ? noun : plural}`
}
