import { STRATEGY_STATES, type StrategyState } from '../../app/domain/strategy/strategy'
import type { AdmissionAdapters, LiveStrategy } from '../collaboration/admission'
import { askTogether } from './ask-together'
import type { Database } from './database'

/** What the live rooms ask about a strategy. */
export function createLiveStrategies(db: Pick<Database, 'pool'>): AdmissionAdapters['strategies'] {
  return {
    findLive: askTogether(async (ids: readonly string[]) => {
      const { rows } = await db.pool.query<Omit<LiveStrategy, 'state'> & { state: string }>(
        `SELECT id, partnership_id AS "partnershipId", document_id AS "documentId", state,
           suggesting_only AS "suggestingOnly"
         FROM strategy WHERE id = ANY($1)`,
        [ids],
      )
      return new Map(rows.map((row) => [row.id, { ...row, state: parseState(row.state) }]))
    }),
  }
}

function parseState(state: string): StrategyState {
  const known = STRATEGY_STATES.find((candidate) => candidate === state)
  if (!known) throw new Error(`unknown strategy state ${state}`)
  return known
}
