/** What stands at a path in something that came as JSON; undefined when there is nothing. */
export function readAt(value: unknown, ...path: readonly string[]): unknown {
  let found: unknown = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}

/** The text at a path; null when there is none. */
export function readTextAt(value: unknown, ...path: readonly string[]): string | null {
  const found = readAt(value, ...path)
  return typeof found === 'string' ? found : null
}

/** The number at a path; null when there is none. */
export function readNumberAt(value: unknown, ...path: readonly string[]): number | null {
  const found = readAt(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}
