import { createHash } from 'node:crypto'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { PlanQuestion, PlannedTable } from '../../services/imports/tables'

type Plan = (question: PlanQuestion) => Promise<Outcome<PlannedTable>>

/**
 * A file is planned to be looked at, and again to be recorded, mostly with nothing changed between: the last plan is kept until it
 * was used, and answers the same question only (SPEC.md TB10).
 */
export function rememberPlan(plan: Plan): Plan {
  let kept: { readonly key: string; readonly planned: Outcome<PlannedTable> } | null = null
  return async (question) => {
    const key = keyOf(question)
    const found = kept?.key === key ? kept.planned : null
    // Large: given once, it goes.
    kept = null
    if (found) return found
    const planned = await plan(question)
    kept = { key, planned }
    return planned
  }
}

function keyOf({ bytes, ...others }: PlanQuestion): string {
  return createHash('sha256').update(bytes).update(JSON.stringify(others)).digest('hex')
}
