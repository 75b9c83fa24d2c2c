import type { RoundAction } from '../../../app/domain/rounds/round'
import type { RoundAdapters, RoundChange, RoundKey } from './round-store'

interface Step extends RoundKey {
  readonly adapters: Pick<RoundAdapters, 'now' | 'newId'>
  readonly actor: { readonly personId: string }
}

interface Recorded {
  readonly action: RoundAction
  /** The past participle in the audit trail. */
  readonly audited: string
  readonly note?: string
  readonly aboutId?: string | null
}

/** What is kept of every step: the event of the round, and its entry in the audit trail. */
export function recordStep(
  { adapters, actor, strategyId, roundId }: Step,
  { action, audited, note = '', aboutId = null }: Recorded,
): Pick<RoundChange, 'event' | 'audit'> {
  const at = adapters.now()
  const { personId } = actor
  return {
    event: { id: adapters.newId(), action, personId, aboutId, note, at },
    audit: {
      at,
      actorId: personId,
      action: `round.${audited}`,
      subject: roundId,
      data: aboutId === null ? { strategyId } : { strategyId, aboutId },
    },
  }
}
