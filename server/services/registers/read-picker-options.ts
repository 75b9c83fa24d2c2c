import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { Registers } from '../../../app/domain/links/registers'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'

/** Reads what a partnership has on record. */
export interface RegisterReader {
  findPartnershipOf(strategyId: string): Promise<string | null>
  /** `onDay` is YYYY-MM-DD: people whose membership covers that day. */
  readRegisters(partnershipId: string, onDay: string): Promise<Registers>
}

export interface RegistersAdapters {
  readonly registers: RegisterReader
  readonly now: () => Date
}

/** What the objectives of a strategy can be linked to; anyone who may read the strategy sees it. */
export async function readPickerOptions(
  { registers, now }: RegistersAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Registers>> {
  const partnershipId = await registers.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'read', { partnershipId })
  if (!allowed.ok) return allowed
  return done(await registers.readRegisters(partnershipId, dayOfInstant(now())))
}
