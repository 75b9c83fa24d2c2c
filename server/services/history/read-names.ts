import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { NameOf } from '../../../app/domain/diff/show-fields'
import { nameRegisters } from '../../../app/domain/links/name-registers'
import type { HistoryAdapters } from './history-adapters'

/** What ids in a strategy are called: everything in the registers, and its own blocks. SPEC.md, HI13. */
export async function readNames(
  { registers, now }: Pick<HistoryAdapters, 'registers' | 'now'>,
  partnershipId: string,
  blockNames: Readonly<Record<string, string>>,
): Promise<NameOf> {
  const known = nameRegisters(await registers.readRegisters(partnershipId, dayOfInstant(now())))
  return (id) => known(id) ?? (Object.hasOwn(blockNames, id) ? (blockNames[id] ?? null) : null)
}
