import { type Outcome, done, refuse } from '../outcome/outcome'
import { valueOf } from './area-reading'
import type { Named } from './gap'

/** Fifths or tenths of the population. */
export type GroupCount = 5 | 10

export interface FittedGroup {
  readonly name: string
  readonly value: number
  /** Its part of the whole population, 0 to 1: its weight. */
  readonly share: number
  /** The middle of its part when everybody stands in a row from most to least deprived, 0 to 1. */
  readonly ridit: number
}

export interface SlopeIndex {
  readonly groups: readonly FittedGroup[]
  /** The line's value at the most deprived end, in the metric's unit. */
  readonly mostDeprived: number
  readonly leastDeprived: number
  /** Least deprived less most deprived end of the line, in the metric's unit. */
  readonly slope: number
  /** Least deprived over most deprived end, without a unit; null unless both ends are above zero. */
  readonly relative: number | null
}

/**
 * Slope and relative index of inequality: least squares over ridit scores, weighted by population (rules CM20–CM22).
 * The line and the sign are those of OHID's PHEindicatormethods, `phe_sii`, for values it does not transform.
 */
export function fitSlopeIndex(groups: readonly Named[], expected: GroupCount): Outcome<SlopeIndex> {
  const unfit = findUnfit(groups, expected)
  if (unfit !== null) return refuse('invalid', unfit)
  const fitted = placeGroups(groups)
  const mean = weigh(fitted, ({ value }) => value)
  const middle = weigh(fitted, ({ ridit }) => ridit)
  const slope =
    weigh(fitted, ({ ridit, value }) => (ridit - middle) * (value - mean)) /
    weigh(fitted, ({ ridit }) => (ridit - middle) ** 2)
  const mostDeprived = mean - slope * middle
  const leastDeprived = mostDeprived + slope
  const relative = mostDeprived > 0 && leastDeprived > 0 ? leastDeprived / mostDeprived : null
  return done({ groups: fitted, mostDeprived, leastDeprived, slope, relative })
}

function findUnfit(groups: readonly Named[], expected: GroupCount): string | null {
  if (groups.length !== expected)
    return `All ${expected} groups are needed, from most to least deprived; there are ${groups.length}.`
  for (const { name, reading } of groups) {
    const value = valueOf(reading)
    if (value === 'missing') return `${name} has no value, so no line can be drawn.`
    if (value === 'suppressed') return `${name} is suppressed (c), so no line can be drawn.`
    if (!((reading?.denominator ?? 0) > 0)) return `The population of ${name} is not known.`
  }
  return null
}

function placeGroups(groups: readonly Named[]): FittedGroup[] {
  const people = groups.map(({ reading }) => reading?.denominator ?? 0)
  const all = people.reduce((sum, count) => sum + count, 0)
  let before = 0
  return groups.map(({ name, reading }, at) => {
    const share = (people[at] ?? 0) / all
    const ridit = before + share / 2
    before += share
    return { name, value: reading?.value ?? 0, share, ridit }
  })
}

/** The average of something over all people. Shares add up to 1. */
function weigh(groups: readonly FittedGroup[], read: (group: FittedGroup) => number): number {
  return groups.reduce((sum, group) => sum + group.share * read(group), 0)
}
