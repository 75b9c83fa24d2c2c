import type { Spacing } from '../spc/applicability'
import { type Aim, type Point, isAsGood } from './aim'
import { daysBetween } from './trajectory'

/** As many as lock the limits of a control chart; older ones say little about where a metric is going (our choice). */
export const MOST_POINTS = 12
/** Fewer cannot show a direction (our choice, as for trial limits). */
export const FEWEST_POINTS = 7

/** Student's t that leaves 2.5% above, for 5 to 10 degrees of freedom: two fewer than the points. */
const T_975 = [2.570_582, 2.446_912, 2.364_624, 2.306_004, 2.262_157, 2.228_139]

export interface Bounds {
  readonly least: number
  readonly most: number
}

export interface Forecast {
  readonly kind: 'forecast'
  /** On the due date, in what the target measures. */
  readonly value: number
  /** Where the due date's value falls 19 times in 20, if things go on as they have; cut at what is possible. */
  readonly lower: number
  readonly upper: number
  readonly points: number
  readonly chance: 'likely' | 'open' | 'unlikely'
  readonly sentence: string
}

export interface NoForecast {
  readonly kind: 'none'
  readonly sentence: string
}

interface Asked {
  readonly spacing: Spacing
  /** What the value can be at all: 0 to 100 for a percentage. */
  readonly bounds?: Bounds
}

/**
 * A straight line through the latest values, carried on to the due date, with its 95% prediction interval (rules TG16–TG20).
 * It knows of no seasons and takes the values to be independent of each other.
 */
export function forecastAim(aim: Aim, { spacing, bounds }: Asked): Forecast | NoForecast {
  const points = aim.points.slice(-MOST_POINTS)
  const why = findUnfit(points, aim, spacing)
  if (why !== null) return { kind: 'none', sentence: why }
  const line = fitLine(points)
  if (!line) return { kind: 'none', sentence: 'The values do not vary, so a range cannot be told.' }
  const { value, reach } = line.predict(aim.due)
  const cut = (figure: number) =>
    bounds ? Math.min(bounds.most, Math.max(bounds.least, figure)) : figure
  const range = { value: cut(value), lower: cut(value - reach), upper: cut(value + reach) }
  const chance = judgeChance(range, aim)
  return { kind: 'forecast', ...range, points: points.length, chance, sentence: SENTENCES[chance] }
}

const SENTENCES: Record<Forecast['chance'], string> = {
  likely: 'If the latest values go on as they have, the target is likely to be met.',
  open: 'If the latest values go on as they have, the target may or may not be met.',
  unlikely: 'If the latest values go on as they have, the target is unlikely to be met.',
}

function findUnfit(points: readonly Point[], aim: Aim, spacing: Spacing): string | null {
  if (spacing === 'pooled')
    return 'Each value pools several years, so the values overlap and a forecast would mislead.'
  const [first] = points
  const last = points.at(-1)
  if (!first || !last || points.length < FEWEST_POINTS)
    return `Too few values for a forecast: ${points.length} so far, ${FEWEST_POINTS} needed.`
  if (last.end >= aim.due)
    return 'The target was due by the latest value: there is nothing to forecast.'
  if (daysBetween(last.end, aim.due) > daysBetween(first.end, last.end))
    return 'The due date is further ahead than the values reach back, too far for a forecast.'
  return null
}

/** Least squares over days; null when the line leaves nothing over to judge its uncertainty by. */
function fitLine(points: readonly Point[]) {
  const origin = points[0]?.end ?? ''
  const days = points.map(({ end }) => daysBetween(origin, end))
  const values = points.map(({ value }) => value)
  const [day, mean] = [averageOf(days), averageOf(values)]
  const spread = sumOf(days.map((one) => (one - day) ** 2))
  const slope = sumOf(days.map((one, at) => (one - day) * ((values[at] ?? 0) - mean))) / spread
  const rest = days.map((one, at) => (values[at] ?? 0) - mean - slope * (one - day))
  const freedom = points.length - 2
  const deviation = Math.sqrt(sumOf(rest.map((one) => one ** 2)) / freedom)
  const largest = Math.max(...values.map(Math.abs))
  if (deviation <= largest * 1e-9) return null
  const factor = (T_975[freedom - 5] ?? Number.NaN) * deviation
  return {
    predict(on: string) {
      const ahead = daysBetween(origin, on) - day
      const reach = factor * Math.sqrt(1 + 1 / points.length + ahead ** 2 / spread)
      return { value: mean + slope * ahead, reach }
    },
  }
}

function judgeChance(range: { lower: number; upper: number }, aim: Aim): Forecast['chance'] {
  const [worst, best] =
    aim.better === 'higher' ? [range.lower, range.upper] : [range.upper, range.lower]
  if (isAsGood(worst, aim.wanted, aim.better)) return 'likely'
  return isAsGood(best, aim.wanted, aim.better) ? 'open' : 'unlikely'
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function averageOf(values: readonly number[]): number {
  return sumOf(values) / values.length
}
