import { type Outcome, done, refuse } from '../outcome/outcome'
import { DEFAULT_SPC_SETTINGS } from '../spc/settings'
import { type Observation, keepCurrent } from './observation'

export interface Rebase {
  /** The start of the first period with limits of its own, YYYY-MM-DD. */
  readonly start: string
  readonly label: string
  /** What changed, and is understood. */
  readonly reason: string
}

/** What a partnership chose of how a metric's control chart is drawn. */
export interface ChartChoice {
  /** Oldest first. */
  readonly rebases: readonly Rebase[]
  /** How many points of each group set its limits; null: all of them. */
  readonly fixAfter: number | null
  readonly screenOutliers: boolean
  /** Of shifts and trends. */
  readonly runLength: number
}

export const DEFAULT_CHART_CHOICE: ChartChoice = {
  rebases: [],
  fixAfter: DEFAULT_SPC_SETTINGS.fixAfter,
  screenOutliers: DEFAULT_SPC_SETTINGS.screenOutliers,
  runLength: DEFAULT_SPC_SETTINGS.shiftLength,
}

/** As NHS England's materials have it: most say seven, some six. */
export const RUN_LENGTHS = [6, 7] as const
/** Fewer would not make limits that hold (rule SC19). */
export const FIX_AFTER = [12, 15, 20, 24] as const

const LONGEST_REASON = 1000

type Typed = Readonly<Record<string, string>>

/** Begins the limits anew from a period on, or takes that back (rules ME33–ME35). */
export function changeRebases(
  choice: ChartChoice,
  typed: Typed,
  rows: readonly Observation[],
): Outcome<ChartChoice> {
  const { start = '', reason = '' } = typed
  if (typed['intent'] === 'keep_limits') {
    if (!choice.rebases.some((rebase) => rebase.start === start))
      return refuse('conflict', 'The limits no longer begin anew there. Nothing was changed.')
    return done({ ...choice, rebases: choice.rebases.filter((one) => one.start !== start) })
  }
  const fields = checkRebase({ start, reason: reason.trim() }, choice, rows)
  if (Object.keys(fields).length > 0)
    return refuse('invalid', 'Nothing was saved; what you typed is still here.', fields)
  const label = keepCurrent(rows).find(({ period }) => period.start === start)?.period.label ?? ''
  const rebases = [...choice.rebases, { start, label, reason: reason.trim() }]
  return done({ ...choice, rebases: rebases.sort((a, b) => a.start.localeCompare(b.start)) })
}

function checkRebase(
  { start, reason }: { start: string; reason: string },
  choice: ChartChoice,
  rows: readonly Observation[],
): Record<string, string> {
  const known = keepCurrent(rows).filter(({ value }) => value !== null)
  const fields: Record<string, string> = {}
  if (!known.slice(1).some(({ period }) => period.start === start))
    fields['start'] = 'Choose a period that has a value, after the first.'
  else if (choice.rebases.some((rebase) => rebase.start === start))
    fields['start'] = 'The limits begin anew there already.'
  if (reason === '')
    fields['reason'] = 'Say what changed, so that everybody knows why the limits moved.'
  else if (reason.length > LONGEST_REASON || reason.includes('\u0000'))
    fields['reason'] = 'Use 1,000 characters or fewer, without control characters.'
  return fields
}

/** Which points set the limits, whether outliers are screened, and how long a run is (rule ME36). */
export function changeMethod(choice: ChartChoice, typed: Typed): Outcome<ChartChoice> {
  const fixed = typed['fixAfter'] ?? ''
  const runLength = RUN_LENGTHS.find((length) => String(length) === typed['runLength'])
  const fixAfter = FIX_AFTER.find((points) => String(points) === fixed) ?? null
  if (!runLength || (fixed !== '' && fixAfter === null))
    return refuse('invalid', 'Choose one of what is offered. Nothing was changed.')
  return done({ ...choice, fixAfter, runLength, screenOutliers: typed['screenOutliers'] === 'on' })
}

/** How a chart's limits were made, with what differs from the usual said (rule ME37). */
export function describeMethod({ fixAfter, screenOutliers, runLength }: ChartChoice): string {
  const screened = screenOutliers
    ? 'outliers among the moving ranges screened'
    : 'no outliers screened, as in NHS England’s Excel tool'
  const fixed = fixAfter === null ? '' : `, made by the first ${fixAfter} points of each stretch`
  const run = runLength === 6 ? 'six' : 'seven'
  return `Limits by NHS England’s Making Data Count rules, with ${screened} and runs of ${run}${fixed}.`
}
