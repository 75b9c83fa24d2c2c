import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { NameOf } from '../../../app/domain/diff/show-fields'
import type { HistoryAdapters } from './history-adapters'

/** What ids in a strategy are called: everything in the registers, and its own blocks. SPEC.md, HI13. */
export async function readNames(
  { registers, now }: Pick<HistoryAdapters, 'registers' | 'now'>,
  partnershipId: string,
  blockNames: Readonly<Record<string, string>>,
): Promise<NameOf> {
  const known = await registers.readRegisters(partnershipId, dayOfInstant(now()))
  const names = new Map<string, string>(Object.entries(blockNames))
  for (const entry of Object.values<readonly unknown[]>({ ...known }).flat()) {
    const named = nameEntry(entry)
    if (named) names.set(named.id, named.name)
  }
  return (id) => names.get(id) ?? null
}

/** A register of whatever: people and places have a name, metrics a plain title, the rest a title. */
function nameEntry(entry: unknown): { id: string; name: string } | null {
  if (typeof entry !== 'object' || entry === null) return null
  const { id, name, plainTitle, title } = entry as Readonly<Record<string, unknown>>
  const found = [name, plainTitle, title].find((part) => typeof part === 'string' && part !== '')
  return typeof id === 'string' && typeof found === 'string' ? { id, name: found } : null
}
