const PERCENT_WORDS = ['%', 'percent', 'per cent', 'percentage']
const COUNT_WORDS = ['count', 'number']

export function isPercent(unit: string): boolean {
  return PERCENT_WORDS.includes(normalise(unit))
}

/** A bare count: shown without a unit word. Nouns such as `people` stay visible. */
export function isCount(unit: string): boolean {
  return COUNT_WORDS.includes(normalise(unit))
}

/** Does what somebody typed after a number name the metric's unit? */
export function sameUnit(typed: string, unit: string): boolean {
  if (isPercent(typed) && isPercent(unit)) return true
  if (isCount(typed) && isCount(unit)) return true
  return singular(normalise(typed)) === singular(normalise(unit))
}

function normalise(unit: string): string {
  return unit.trim().toLowerCase().replace(/\s+/g, ' ')
}

function singular(unit: string): string {
  return unit.replaceAll(',', '').replace(/s$/, '')
}
