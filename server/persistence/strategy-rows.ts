import type { Pool } from 'pg'
import { z } from 'zod'
import { PHASES } from '../../app/domain/signoff/phases'
import { STRATEGY_STATES } from '../../app/domain/strategy/strategy'
import type { StrategyRow } from '../services/strategies/strategies-adapters'

const state = z.enum(STRATEGY_STATES)
const phase = z.enum(PHASES)

interface Row extends Omit<StrategyRow, 'phaseChange' | 'suggesting'> {
  readonly suggestingOnly: boolean
  readonly movedAt: Date | null
  readonly movedBy: string | null
  readonly writtenAt: Date | null
  readonly writtenBy: string | null
  readonly writtenReason: string | null
}

/** Strategies with their last change of phase and of who may write, by one question: every page of one asks it. */
export async function listStrategyRows(
  pool: Pool,
  where: 's.id = $1' | 's.partnership_id = $1',
  value: string,
): Promise<StrategyRow[]> {
  const { rows } = await pool.query<Row>(
    `SELECT s.id, s.partnership_id AS "partnershipId", pa.name AS "partnershipName", s.title, s.slug, s.state, s.phase,
            s.horizon_from AS "horizonFrom", s.horizon_to AS "horizonTo", s.document_id AS "documentId",
            s.updated_at AS "updatedAt", s.suggesting_only AS "suggestingOnly", moved.at AS "movedAt",
            moved.name AS "movedBy", written.at AS "writtenAt", written.name AS "writtenBy",
            written.reason AS "writtenReason"
       FROM strategy s
       JOIN partnership pa ON pa.id = s.partnership_id
       LEFT JOIN LATERAL (
         SELECT c.at, p.name FROM phase_change c JOIN person p ON p.id = c.person_id
          WHERE c.strategy_id = s.id ORDER BY c.at DESC, c.id DESC LIMIT 1
       ) moved ON true
       LEFT JOIN LATERAL (
         SELECT c.at, c.reason, p.name FROM writing_change c JOIN person p ON p.id = c.person_id
          WHERE c.strategy_id = s.id ORDER BY c.at DESC, c.id DESC LIMIT 1
       ) written ON true
      WHERE ${where}
      ORDER BY s.horizon_to DESC, s.title`,
    [value],
  )
  return rows.map(toStrategy)
}

function toStrategy(row: Row): StrategyRow {
  const { suggestingOnly, movedAt, movedBy, writtenAt, writtenBy, writtenReason, ...columns } = row
  return {
    ...columns,
    state: state.parse(row.state),
    phase: phase.parse(row.phase),
    phaseChange: movedAt && { at: movedAt.toISOString(), personName: movedBy ?? '' },
    suggesting: suggestingOnly
      ? {
          at: (writtenAt ?? row.updatedAt).toISOString(),
          personName: writtenBy ?? '',
          reason: writtenReason ?? '',
        }
      : null,
  }
}
