/**
 * The value below which that share of the values lies, by linear interpolation between neighbours: type 7 of
 * Hyndman and Fan (1996), R's and Excel's (`PERCENTILE.INC`) default. In the values' own unit; null without values (rule CM9).
 */
export function percentileOf(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, share))
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
