import { LEVELS, type Level } from '../strategy/strategy'

/** At which level of the system an objective is delivered. */
export const LEVEL_LABELS: Record<Level, string> = {
  system: 'System',
  place: 'Place',
  neighbourhood: 'Neighbourhood',
}

/** A value written by another program or a newer Northing may be none of ours. */
export function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value)
}
