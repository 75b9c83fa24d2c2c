import type { StrategyState } from '../strategy/strategy'

export const STRATEGY_STATE_LABELS: Record<StrategyState, string> = {
  drafting: 'Drafting',
  submitted: 'Submitted for agreement',
  approved: 'Approved',
  published: 'Published',
}
