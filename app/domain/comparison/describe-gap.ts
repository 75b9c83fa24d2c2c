import type { Metric } from '../metrics/metric'
import { formatNumber, formatValue, joinUnit } from '../numbers/format-number'
import { isPercent } from '../numbers/unit'

type Style = Pick<Metric, 'unit' | 'decimals'>

interface NamedValue {
  readonly name: string
  readonly value: number
}

/** A difference of two values: of percentages it is in percentage points. */
export function formatDifference(value: number, { unit, decimals }: Style): string {
  const figures = formatNumber(value, decimals)
  return isPercent(unit) ? `${figures} percentage points` : joinUnit(figures, unit)
}

/** `Most deprived fifth 18.2% minus least deprived fifth 9.1% = 9.1 percentage points` (rule CM40). */
export function describeDifference(a: NamedValue, b: NamedValue, style: Style): string {
  const gap = a.value - b.value
  const agrees = round(round(a.value, style) - round(b.value, style), style) === round(gap, style)
  const said = `${say(a, style)} minus ${say({ ...b, name: inside(b.name) }, style)} = ${formatDifference(gap, style)}`
  return agrees ? `${said}.` : `${said}, worked out before rounding.`
}

/** `Most deprived fifth 18.2% divided by least deprived fifth 9.1% = 2.0` (rule CM40). */
export function describeRatio(a: NamedValue, b: NamedValue, style: Style): string {
  const shown = round(a.value, style) / round(b.value, style)
  const ratio = formatNumber(a.value / b.value, RATIO_DECIMALS)
  const said = `${say(a, style)} divided by ${say({ ...b, name: inside(b.name) }, style)} = ${ratio}`
  return formatNumber(shown, RATIO_DECIMALS) === ratio
    ? `${said}.`
    : `${said}, worked out before rounding.`
}

export const RATIO_DECIMALS = 2

/** Figures of a name are not to run into those of its value: `Under 20 (26.0%)`. */
function say({ name, value }: NamedValue, style: Style): string {
  const shown = formatValue({ value }, style)
  return /\d/.test(name) ? `${name} (${shown})` : `${name} ${shown}`
}

/** Inside a sentence. Names of people's groups may be proper names: only what we named ourselves is changed. */
export function inside(name: string): string {
  return /^(?:most|least) deprived (?:fifth|tenth|end)$/i.test(name) ? name.toLowerCase() : name
}

function round(value: number, { decimals }: Style): number {
  return Number(value.toFixed(decimals))
}
