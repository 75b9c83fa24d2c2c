/** Both are events, of the area's own denominator. */
export interface Bounds {
  readonly lower: number
  readonly upper: number
}

export interface FunnelLimits {
  readonly p95: Bounds
  readonly p998: Bounds
  readonly method: 'exact' | 'normal'
}

/** Below this many expected events the normal curve is too rough (our choice). */
export const EXACT_BELOW = 100

/** Points of the normal distribution that leave 2.5% and 0.1% above them. */
const Z95 = 1.959964
const Z998 = 3.090232

type Distribution = (share: number) => number

/** How many events chance alone leaves among `size` people when everybody has the same `chance` (rules CM24, CM25). */
export function limitProportion(size: number, chance: number): FunnelLimits {
  const n = Math.round(size)
  // The rarer side has the fewer terms to add; the other is its mirror image.
  const rare = Math.min(chance, 1 - chance)
  if (n * rare >= EXACT_BELOW) return normalLimits(n * chance, Math.sqrt(n * chance * (1 - chance)))
  const none = Math.exp(n * Math.log1p(-rare))
  const odds = rare / (1 - rare)
  const exact = exactLimits((share) =>
    countUpTo(share, none, (events) => ((n - events + 1) / events) * odds),
  )
  return rare === chance ? exact : mirror(exact, n)
}

/** The same for events that one person can have more than once: the Poisson distribution. */
export function limitRate(size: number, rate: number): FunnelLimits {
  const expected = size * rate
  if (expected >= EXACT_BELOW) return normalLimits(expected, Math.sqrt(expected))
  return exactLimits((share) =>
    countUpTo(share, Math.exp(-expected), (events) => expected / events),
  )
}

function normalLimits(expected: number, deviation: number): FunnelLimits {
  const around = (z: number) => ({
    lower: expected - z * deviation,
    upper: expected + z * deviation,
  })
  return { p95: around(Z95), p998: around(Z998), method: 'normal' }
}

function exactLimits(quantile: Distribution): FunnelLimits {
  return {
    p95: { lower: quantile(0.025), upper: quantile(0.975) },
    p998: { lower: quantile(0.001), upper: quantile(0.999) },
    method: 'exact',
  }
}

function mirror({ p95, p998, method }: FunnelLimits, n: number): FunnelLimits {
  const flip = ({ lower, upper }: Bounds) => ({ lower: n - upper, upper: n - lower })
  return { p95: flip(p95), p998: flip(p998), method }
}

/** The smallest number of events that at least `share` of the distribution does not exceed. */
function countUpTo(share: number, none: number, ratio: (events: number) => number): number {
  let events = 0
  let probability = none
  let together = none
  while (together < share && probability > 0) {
    events += 1
    probability *= ratio(events)
    together += probability
  }
  return events
}
