import type { AskedOfLead, RuleAction } from './business-rules'
import type { SummaryState } from './countermeasure'
import type { MetricUpdate } from './update'

export interface Given {
  /** The start of the latest period with a value; null without one. */
  readonly latest: string | null
  readonly updates: readonly Pick<MetricUpdate, 'kind' | 'period'>[]
  readonly summaries: readonly SummaryState[]
  /** An ask of the next level that has not ended. */
  readonly isEscalated: boolean
}

export interface AskedNow extends AskedOfLead {
  readonly isAnswered: boolean
}

/** Which of the things asked have been given already (rule AN41). */
export function markAnswered(asked: readonly AskedOfLead[], given: Given): AskedNow[] {
  return asked.map((one) => ({ ...one, isAnswered: isGiven(one.action, given) }))
}

function isGiven(action: RuleAction, { latest, updates, summaries, isEscalated }: Given): boolean {
  const ofLatest = updates.filter(({ period }) => period.start === latest)
  switch (action) {
    case 'comment':
      return ofLatest.length > 0
    case 'structured_update':
      return ofLatest.some(({ kind }) => kind === 'structured_update')
    case 'countermeasure_summary':
      return summaries.includes('under_way')
    case 'escalate':
      return isEscalated
    default:
      return false
  }
}
