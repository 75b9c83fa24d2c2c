/** What ids in a partnership's registers are called; null for one that is in none. */
export function nameRegisters(registers: object): (id: string) => string | null {
  const names = new Map<string, string>()
  for (const entry of Object.values<readonly unknown[]>({ ...registers }).flat()) {
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
