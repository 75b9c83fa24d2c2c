import { STRATEGY_STATES, type StrategyState } from '../../app/domain/strategy/strategy'
import type { AdmissionAdapters } from '../collaboration/admission'
import type { Database } from './database'

/** What the live rooms ask about a strategy. */
export function createLiveStrategies(
  db: Pick<Database, 'prisma'>,
): AdmissionAdapters['strategies'] {
  return {
    async findLive(strategyId) {
      const row = await db.prisma.strategy.findUnique({
        where: { id: strategyId },
        select: { id: true, partnershipId: true, documentId: true, state: true },
      })
      return row && { ...row, state: parseState(row.state) }
    },
  }
}

function parseState(state: string): StrategyState {
  const known = STRATEGY_STATES.find((candidate) => candidate === state)
  if (!known) throw new Error(`unknown strategy state ${state}`)
  return known
}
