import { METRIC_ROLES } from '../metrics/metric'
import { type Outcome, done, refuse } from '../outcome/outcome'
import {
  type BusinessRule,
  DEFAULT_RULES,
  RULE_ACTIONS,
  type RuleCondition,
  checkRules,
} from './business-rules'
import { DEFAULT_CAPS, type DriverCaps } from './driver-watch'
import { type Texts, textOf } from './read-texts'

/** What a partnership asks of leads, and how many drivers it works on: the newest that was set counts (rule AN40). */
export interface AnsweringRules {
  readonly rules: readonly BusinessRule[]
  readonly caps: DriverCaps
}

export const DEFAULT_ANSWERING: AnsweringRules = { rules: DEFAULT_RULES, caps: DEFAULT_CAPS }

export const CONDITION_KINDS = ['off_target', 'on_target', 'special_cause_concern'] as const
export const CONDITION_LABELS: Record<(typeof CONDITION_KINDS)[number], string> = {
  off_target: 'Off target for',
  on_target: 'On target for',
  special_cause_concern: 'Latest value is a special cause for concern',
}

/** Rows of the form; one that has no action is no rule. */
export const MOST_RULES = 12

/** The form of rules as typed (rules AN24, AN40). */
export function parseAnsweringRules(texts: Texts): Outcome<AnsweringRules> {
  const rules = Array.from({ length: MOST_RULES }, (_, at) => readRule(texts, at)).filter(
    (rule) => rule !== null,
  )
  const caps = {
    perScorecard: readWhole(textOf(texts, 'perScorecard')),
    perStrategy: readWhole(textOf(texts, 'perStrategy')),
  }
  if (!isCap(caps.perScorecard) || !isCap(caps.perStrategy))
    return refuse('invalid', 'Give both numbers of drivers as whole numbers from 1 to 100.')
  const checked = checkRules(rules)
  return checked.ok ? done({ rules, caps }) : checked
}

function readRule(texts: Texts, at: number): BusinessRule | null {
  const action = RULE_ACTIONS.find((known) => known === texts[`action-${at}`])
  if (!action) return null
  const role = METRIC_ROLES.find((known) => known === texts[`role-${at}`])
  return {
    role: role === 'driver' ? 'driver' : 'watch',
    when: readCondition(texts, at),
    action,
  }
}

function readCondition(texts: Texts, at: number): RuleCondition {
  const kind = CONDITION_KINDS.find((known) => known === texts[`when-${at}`]) ?? 'off_target'
  if (kind === 'special_cause_concern') return { kind }
  const to = textOf(texts, `to-${at}`)
  return {
    kind,
    from: readWhole(textOf(texts, `from-${at}`)),
    to: to === '' ? null : readWhole(to),
  }
}

function readWhole(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
}

function isCap(number: number): boolean {
  return number >= 1 && number <= 100
}
