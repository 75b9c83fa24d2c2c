import type { ObjectiveBlock } from './strategy'

/** The five SMART tests, in the order in which what is missing is named. */
export const SMART_TESTS = ['metric', 'lead', 'date', 'target', 'baseline'] as const
export type SmartTest = (typeof SMART_TESTS)[number]

export const MISSING_WORDS: Record<SmartTest, string> = {
  metric: 'no metric',
  lead: 'no lead',
  date: 'no target date',
  target: 'no numeric target',
  baseline: 'no baseline',
}

/** Ids that still exist. Left out, every id is taken to exist. */
export interface KnownIds {
  readonly people: ReadonlySet<string>
  readonly metrics: ReadonlySet<string>
}

export interface SmartAssessment {
  readonly met: number
  readonly of: number
  readonly missing: readonly SmartTest[]
}

/** What of metric, lead, target date, numeric target and baseline an objective has. SPEC.md, SG8–SG16. */
export function assessObjective(objective: ObjectiveBlock, known?: KnownIds): SmartAssessment {
  const links = objective.metricLinks.filter((link) => !known || known.metrics.has(link.metricId))
  const has: Record<SmartTest, boolean> = {
    metric: links.length > 0,
    lead: objective.leadId !== null && (!known || known.people.has(objective.leadId)),
    date: objective.targetDate !== null,
    target: links.some((link) => link.target !== null),
    baseline: links.some((link) => link.baseline !== null),
  }
  const missing = SMART_TESTS.filter((test) => !has[test])
  return { met: SMART_TESTS.length - missing.length, of: SMART_TESTS.length, missing }
}

/** `5 of 5`, or `3 of 5: no numeric target, no baseline`. SPEC.md, SG17. */
export function describeAssessment({ met, of, missing }: SmartAssessment): string {
  const count = `${met} of ${of}`
  if (missing.length === 0) return count
  return `${count}: ${missing.map((test) => MISSING_WORDS[test]).join(', ')}`
}
