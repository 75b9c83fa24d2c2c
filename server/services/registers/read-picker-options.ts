import type { Actor } from '../../../app/domain/access/actor'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { Registers } from '../../../app/domain/links/registers'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { type PartnershipFinder, findPartnership } from '../find-partnership'

/** Reads what a partnership has on record. */
export interface RegisterReader extends PartnershipFinder {
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
  const found = await findPartnership(registers, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { partnershipId } = found.value
  return done(await registers.readRegisters(partnershipId, dayOfInstant(now())))
}
