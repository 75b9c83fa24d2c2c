import type { Measurement } from './measurement'
import type { Figure } from '../figures'

export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
  readonly count: number
}

/** The repeats of one server. An error is no number, so a figure that failed everywhere has none. */
export function readSpread(
  measurements: readonly Measurement[],
  figure: Figure,
  server: string,
): Spread | null {
  const base = figure.relativeTo?.[server]
  if (figure.relativeTo && !base) return null
  const own = readValues(measurements, figure, server)
  if (!base) return spread([...own.values()])
  const others = readValues(measurements, figure, base)
  // One run's noise is in both, so repeats are compared pairwise.
  const ratios = [...own].flatMap(([repeat, value]) => {
    const other = others.get(repeat)
    return other ? [value / other] : []
  })
  return spread(ratios)
}

function readValues(
  measurements: readonly Measurement[],
  figure: Figure,
  server: string,
): Map<number, number> {
  const values = new Map<number, number>()
  for (const { repeat, server: key, scenario, result } of measurements) {
    if (key !== server || scenario !== figure.scenario || 'error' in result) continue
    const value = figure.read(result)
    if (value !== null) values.set(repeat, value)
  }
  return values
}

export function spread(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [least, most] = [sorted[0], sorted.at(-1)]
  const median = sorted[Math.floor((sorted.length - 1) / 2)]
  if (least === undefined || most === undefined || median === undefined) return null
  return { median, least, most, count: sorted.length }
}
