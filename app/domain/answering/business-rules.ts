import { PERIOD_NOUNS } from '../metrics/period'
import type { Frequency, MetricRole } from '../metrics/metric'
import { countOf } from '../numbers/format-number'
import { type Outcome, done, refuse } from '../outcome/outcome'

export const RULE_ACTIONS = [
  'comment',
  'structured_update',
  'countermeasure_summary',
  'escalate',
  'retire_to_watch',
  'promote_to_driver',
] as const
export type RuleAction = (typeof RULE_ACTIONS)[number]

export const RULE_ACTION_WORDS: Record<RuleAction, string> = {
  comment: 'Say in a sentence what happened',
  structured_update: 'Give a structured update: what happened, why, what next',
  countermeasure_summary: 'Write a countermeasure summary',
  escalate: 'Consider asking the next level for help',
  retire_to_watch: 'Consider making it a watch metric, and choose a new driver',
  promote_to_driver: 'Consider making it a driver, and swap one out',
}

export type RuleCondition =
  /** `to` is the last number of periods it is for; null is any from there. */
  | { readonly kind: 'off_target' | 'on_target'; readonly from: number; readonly to: number | null }
  | { readonly kind: 'special_cause_concern' }

/** What is asked of whoever leads on a metric, as data that a partnership may change. */
export interface BusinessRule {
  readonly role: Exclude<MetricRole, 'parked'>
  readonly when: RuleCondition
  readonly action: RuleAction
}

/**
 * As NHS trusts write them in strategy deployment (domain model 1.5: they differ from trust to trust). The step from a fifth
 * period on is ours.
 */
export const DEFAULT_RULES: readonly BusinessRule[] = [
  { role: 'driver', when: { kind: 'off_target', from: 1, to: 1 }, action: 'comment' },
  { role: 'driver', when: { kind: 'off_target', from: 2, to: 2 }, action: 'structured_update' },
  {
    role: 'driver',
    when: { kind: 'off_target', from: 3, to: 4 },
    action: 'countermeasure_summary',
  },
  { role: 'driver', when: { kind: 'off_target', from: 5, to: null }, action: 'escalate' },
  { role: 'driver', when: { kind: 'on_target', from: 6, to: null }, action: 'retire_to_watch' },
  { role: 'watch', when: { kind: 'off_target', from: 4, to: null }, action: 'promote_to_driver' },
  { role: 'watch', when: { kind: 'special_cause_concern' }, action: 'promote_to_driver' },
]

export interface Streak {
  /** Null when no period is known. */
  readonly isOn: boolean | null
  readonly periods: number
  /** Periods without a known value since it began: they neither count nor break it. */
  readonly unknown: number
}

/** For how many of the latest known periods in a row a metric is on target, or off it (rules AN19, AN20). Oldest first. */
export function countStreak(periods: readonly { readonly isOn: boolean | null }[]): Streak {
  const isOn = periods.findLast((period) => period.isOn !== null)?.isOn ?? null
  if (isOn === null) return { isOn, periods: 0, unknown: periods.length }
  const broken = periods.findLastIndex((period) => period.isOn === !isOn)
  const stretch = periods.slice(broken + 1)
  const known = stretch.filter((period) => period.isOn !== null)
  const first = stretch.findIndex((period) => period.isOn !== null)
  return { isOn, periods: known.length, unknown: stretch.length - first - known.length }
}

export interface MetricSituation {
  readonly role: MetricRole
  readonly frequency: Frequency
  readonly streak: Streak
  /** The variation icon is a concern (rules SC13, ME16). */
  readonly isConcern: boolean
}

export interface AskedOfLead {
  readonly action: RuleAction
  readonly sentence: string
}

/** What the rules ask now; each action once (rules AN21–AN23). */
export function applyRules(
  rules: readonly BusinessRule[],
  situation: MetricSituation,
): AskedOfLead[] {
  const fitting = rules.filter(
    ({ role, when }) => role === situation.role && holds(when, situation),
  )
  const first = new Map(fitting.map((rule) => [rule.action, rule] as const).reverse())
  return fitting
    .filter((rule) => first.get(rule.action) === rule)
    .map(({ action, when }) => ({
      action,
      sentence: `${RULE_ACTION_WORDS[action]}: ${describeCause(when, situation)}.`,
    }))
}

function holds(when: RuleCondition, { streak, isConcern }: MetricSituation): boolean {
  if (when.kind === 'special_cause_concern') return isConcern
  const isWanted = streak.isOn === (when.kind === 'on_target')
  return isWanted && streak.periods >= when.from && streak.periods <= (when.to ?? Infinity)
}

function describeCause(when: RuleCondition, { frequency, streak }: MetricSituation): string {
  if (when.kind === 'special_cause_concern')
    return 'the latest value is a special cause for concern'
  const stretch = countOf(streak.periods, PERIOD_NOUNS[frequency])
  const gap = streak.unknown > 0 ? `, ${streak.unknown} without a value left out` : ''
  return `${when.kind === 'on_target' ? 'on' : 'off'} target for ${stretch}${gap}`
}

/** Can these be a partnership's rules? No two answer the same number of periods (rule AN24). */
export function checkRules(rules: readonly BusinessRule[]): Outcome<readonly BusinessRule[]> {
  for (const [at, { role, when }] of rules.entries()) {
    if (when.kind === 'special_cause_concern') continue
    if (!isRange(when.from, when.to))
      return refuse(
        'invalid',
        `Rule ${at + 1}: use whole numbers of periods from 1, the smaller one first.`,
      )
    const other = rules.findIndex(
      (rule, place) => place > at && rule.role === role && overlaps(rule.when, when),
    )
    if (other >= 0)
      return refuse(
        'invalid',
        `Rules ${at + 1} and ${other + 1} are for the same number of periods. Change one of them.`,
      )
  }
  return done(rules)
}

function isRange(from: number, to: number | null): boolean {
  return (
    Number.isInteger(from) && from >= 1 && (to === null || (Number.isInteger(to) && to >= from))
  )
}

type PeriodCondition = Extract<RuleCondition, { from: number }>

function overlaps(one: RuleCondition, other: PeriodCondition): boolean {
  if (one.kind !== other.kind || !('from' in one)) return false
  return one.from <= (other.to ?? Infinity) && other.from <= (one.to ?? Infinity)
}
