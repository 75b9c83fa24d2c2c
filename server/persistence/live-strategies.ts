import { STRATEGY_STATES, type StrategyState } from '../../app/domain/strategy/strategy'
import type { AdmissionAdapters } from '../collaboration/admission'
import { askTogether } from './ask-together'
import type { Database } from './database'

/** What the live rooms ask about a strategy. */
export function createLiveStrategies(
  db: Pick<Database, 'prisma'>,
): AdmissionAdapters['strategies'] {
  return {
    findLive: askTogether(async (ids: readonly string[]) => {
      const rows = await db.prisma.strategy.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, partnershipId: true, documentId: true, state: true },
      })
      return new Map(rows.map((row) => [row.id, { ...row, state: parseState(row.state) }]))
    }),
  }
}

function parseState(state: string): StrategyState {
  const known = STRATEGY_STATES.find((candidate) => candidate === state)
  if (!known) throw new Error(`unknown strategy state ${state}`)
  return known
}
