import type { Breakdown } from './read-breakdown'

const ORDINALS = ['', '', '2nd ', '3rd ', '4th ', '5th ', '6th ', '7th ', '8th ', '9th ']

/** The group a value is of as it is written on a page: `Most deprived fifth`, `Female`; empty for everybody. */
export function nameBreakdown(breakdown: Breakdown): string {
  switch (breakdown.by) {
    case 'none':
      return ''
    case 'deprivation':
      return nameDeprivation(breakdown)
    case 'other':
      return `${breakdown.type}: ${breakdown.group}`
    default:
      return breakdown.group
  }
}

function nameDeprivation({ of, place }: { of: 5 | 10; place: number }): string {
  const part = of === 5 ? 'fifth' : 'tenth'
  if (place === of) return `Least deprived ${part}`
  return place === 1 ? `Most deprived ${part}` : `${ORDINALS[place]}most deprived ${part}`
}
