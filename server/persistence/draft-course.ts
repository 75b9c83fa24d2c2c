import { oneOf } from './vocabulary'
import type { PhaseChange } from '../../app/domain/signoff/phases'
import { PHASES } from '../../app/domain/signoff/phases'
import type { WritingChange } from '../../app/domain/signoff/suggesting-only'
import type { NewPhaseChange, NewWritingChange } from '../services/agreement/agreement-store'
import type { Prisma } from './generated/client'

type Client = Prisma.TransactionClient

const NEWEST_FIRST = {
  include: { person: { select: { name: true } } },
  orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }],
}

/** How far the draft of a strategy has come, newest first. */
export async function listPhaseChanges(client: Client, strategyId: string): Promise<PhaseChange[]> {
  const rows = await client.phaseChange.findMany({ where: { strategyId }, ...NEWEST_FIRST })
  return rows.map(({ id, fromPhase, toPhase, note, person, at }) => ({
    id,
    from: oneOf(PHASES, fromPhase),
    to: oneOf(PHASES, toPhase),
    note,
    personName: person.name,
    at: at.toISOString(),
  }))
}

/** When the draft was in suggesting only, newest first. */
export async function listWritingChanges(
  client: Client,
  strategyId: string,
): Promise<WritingChange[]> {
  const rows = await client.writingChange.findMany({ where: { strategyId }, ...NEWEST_FIRST })
  return rows.map(({ id, suggestingOnly, reason, person, at }) => ({
    id,
    suggestingOnly,
    reason,
    personName: person.name,
    at: at.toISOString(),
  }))
}

export async function setPhase(
  client: Client,
  strategyId: string,
  { from, to, ...change }: NewPhaseChange,
): Promise<void> {
  await client.strategy.update({ where: { id: strategyId }, data: { phase: to } })
  await client.phaseChange.create({
    data: { ...change, strategyId, fromPhase: from, toPhase: to },
  })
}

/**
 * The document's row is the one that every append raises: an edit is either committed before this, or it waits and is
 * then refused. The database tells every node when this is committed.
 */
export async function setSuggestingOnly(
  client: Client,
  strategy: { readonly id: string; readonly documentId: string },
  change: NewWritingChange,
): Promise<void> {
  const { suggestingOnly, at } = change
  await client.liveDocument.update({
    where: { id: strategy.documentId },
    data: { suggestingSince: suggestingOnly ? at : null },
  })
  await client.strategy.update({ where: { id: strategy.id }, data: { suggestingOnly } })
  await client.writingChange.create({ data: { ...change, strategyId: strategy.id } })
}
