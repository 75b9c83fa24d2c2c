import { assessObjective, MISSING_WORDS } from '../strategy/assess-objective'
import { numberBlocks } from '../strategy/number-blocks'
import type { EditionContent } from './edition-content'

/** What stands in the way of submitting, and what is worth knowing before one does. Whole sentences. */
export interface Readiness {
  /** Each one stops the submission. */
  readonly stops: readonly string[]
  /** Work that is missing; it stops nothing (SPEC.md SO7–SO8). */
  readonly gaps: readonly Gap[]
}

export interface Gap {
  /** Of the objective or metric. */
  readonly id: string
  readonly kind: 'objective' | 'metric'
  readonly title: string
  /** For example: no lead, no metric, no target. Never empty. */
  readonly missing: readonly string[]
}

/**
 * Could this text be submitted, and what is missing from it? (SPEC.md SO6–SO8)
 * Blocks that no longer stand in the text do not count.
 */
export function checkReadiness(edition: EditionContent, hasApprovingBody: boolean): Readiness {
  const blocks = edition.content.blocks.filter((block) => block.chapterId !== null)
  const has = (kind: string) => blocks.some((block) => block.kind === kind)
  const stops = [
    ...(has('vision') ? [] : ['The strategy has no vision yet. Write one before you submit.']),
    ...(has('priority')
      ? []
      : ['The strategy has no priority yet. Write at least one before you submit.']),
    ...(has('objective')
      ? []
      : ['The strategy has no objective yet. Write at least one before you submit.']),
    ...(hasApprovingBody
      ? []
      : [
          'No body is set up to approve the strategy. Ask an administrator to add the Integrated Care Partnership.',
        ]),
  ]
  return { stops, gaps: [...objectiveGaps(edition), ...metricGaps(edition)] }
}

function objectiveGaps(edition: EditionContent): Gap[] {
  const numbers = numberBlocks(edition.content.blocks)
  const known = { people: idsOf(edition.people), metrics: idsOf(edition.metrics) }
  return edition.content.blocks.flatMap((block): Gap[] => {
    if (block.kind !== 'objective' || block.chapterId === null) return []
    const missing = assessObjective(block, known).missing.map((test) => MISSING_WORDS[test])
    const title = `${numbers.get(block.id)?.label ?? 'Objective'}: ${block.title || 'no title yet'}`
    return missing.length === 0 ? [] : [{ id: block.id, kind: 'objective', title, missing }]
  })
}

function metricGaps(edition: EditionContent): Gap[] {
  return edition.metrics
    .filter((metric) => metric.leadId === null)
    .map((metric) => ({
      id: metric.id,
      kind: 'metric',
      title: `Metric: ${metric.title}`,
      missing: [MISSING_WORDS.lead],
    }))
}

function idsOf(items: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(items.map((item) => item.id))
}
