import { type Actor, ROLE_LABELS } from '../../../app/domain/access/actor'
import { has } from '../../../app/domain/access/rights'
import type { Phase } from '../../../app/domain/signoff/phases'
import type { StrategyState } from '../../../app/domain/strategy/strategy'
import type { ChangedBy, StrategyRow } from './strategies-adapters'

/** A strategy as one of its readers sees it. */
export interface StrategySummary {
  readonly id: string
  readonly title: string
  readonly slug: string
  readonly state: StrategyState
  readonly horizon: { readonly from: number; readonly to: number }
  readonly documentId: string
  readonly partnershipName: string
  readonly role: Actor['role']
  readonly roleLabel: string
  /** Whether this person may change the text as it stands now. */
  readonly mayEdit: boolean
  /** ISO 8601 */
  readonly updatedAt: string
  readonly phase: Phase
  readonly phaseChange: ChangedBy | null
  /** Since when, by whom and why only suggestions are taken. */
  readonly suggesting: StrategyRow['suggesting']
}

export function summariseStrategy(row: StrategyRow, actor: Actor): StrategySummary {
  return {
    id: row.id,
    title: row.title,
    slug: row.slug,
    state: row.state,
    horizon: { from: row.horizonFrom, to: row.horizonTo },
    documentId: row.documentId,
    partnershipName: row.partnershipName,
    role: actor.role,
    roleLabel: ROLE_LABELS[actor.role],
    mayEdit: row.state === 'drafting' && row.suggesting === null && has(actor, 'edit', row),
    phase: row.phase,
    phaseChange: row.phaseChange,
    suggesting: row.suggesting,
    updatedAt: row.updatedAt.toISOString(),
  }
}
