/** Which way is better for a series; with `neutral` no change is good or bad. */
export type Direction = 'increase' | 'decrease' | 'neutral'

/** How a series is judged. Every chart states the settings that differ from the default. */
export interface SpcSettings {
  readonly direction: Direction
  /** Points of each group that set the mean and limits; null: all of them. */
  readonly fixAfter: number | null
  /** Period starts (YYYY-MM-DD) at which a new group, with its own limits, begins. */
  readonly rebaseAt: readonly string[]
  /** Leave out moving ranges of 3.267 times their mean or more. The NHS's R package does, its Excel tool does not. */
  readonly screenOutliers: boolean
  readonly trendLength: number
  readonly shiftLength: number
}

export const DEFAULT_SPC_SETTINGS: SpcSettings = {
  direction: 'increase',
  fixAfter: null,
  rebaseAt: [],
  screenOutliers: true,
  trendLength: 7,
  shiftLength: 7,
}
