import type { Polarity } from '../metrics/metric'
import { formatNumber } from '../numbers/format-number'
import { type MetricScale, SCORE_CAP } from './integration-index'

const FIGURES = 2

/** A score as it is shown; a real minus sign, and a plus so that either side of the average is seen. */
export function formatScore(score: number): string {
  const figures = formatNumber(score, FIGURES)
  return score > 0 && /[1-9]/.test(figures) ? `+${figures}` : figures
}

/** A weight as it is shown: `16.7%`. */
export function formatWeight(weight: number): string {
  return `${formatNumber(weight * 100, 1)}%`
}

interface Scored {
  readonly own: number
  readonly decimals: number
  readonly polarity: Polarity
  readonly scale: Pick<MetricScale, 'average' | 'deviation'>
}

/** How a metric's score comes about: `(12.5 − 10.20) ÷ 2.30 = +1.00, turned round because low is good: −1.00.` */
export function describeScore({ own, decimals, polarity, scale }: Scored): string {
  const { average, deviation } = scale
  const [value, mean, spread] = [
    formatNumber(own, decimals),
    formatNumber(average, decimals + 1),
    formatNumber(deviation, decimals + 1),
  ]
  const away = (own - average) / deviation
  const turned = polarity === 'low_good' ? -away : away
  const parts = [`(${value} − ${mean}) ÷ ${spread} = ${formatScore(away)}`]
  if (polarity === 'low_good')
    parts.push(`turned round because low is good: ${formatScore(turned)}`)
  if (Math.abs(turned) > SCORE_CAP)
    parts.push(`counted as ${formatScore(Math.sign(turned) * SCORE_CAP)}`)
  return `${parts.join('; ')}.`
}

/** How an average comes about: `(+0.50 − 0.30) ÷ 2 = +0.10`. */
export function describeAverage(scores: readonly number[]): string {
  const average = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const [first = 0, ...others] = scores
  if (others.length === 0) return `${formatScore(first)}, its only metric that counts.`
  const sum = others
    .map((score) => `${score < 0 ? '−' : '+'} ${formatNumber(Math.abs(score), FIGURES)}`)
    .join(' ')
  return `(${formatNumber(first, FIGURES)} ${sum}) ÷ ${scores.length} = ${formatScore(average)}.`
}
