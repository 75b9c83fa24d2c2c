/** JSON with object keys in code-unit order and no spaces; `name` begins the path an error tells. */
export function canonicaliseJson(value: unknown, name: string): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean')
    return JSON.stringify(value)
  if (typeof value === 'number') return writeNumber(value, name)
  if (Array.isArray(value)) return writeArray(value, name)
  if (typeof value === 'object') return writeObject(value, name)
  throw new Error(`Canonical JSON cannot hold ${typeof value} at ${name}.`)
}

function writeArray(items: readonly unknown[], path: string): string {
  return `[${items.map((item, index) => canonicaliseJson(item, `${path}[${index}]`)).join(',')}]`
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new Error(`Canonical JSON cannot hold ${value} at ${path}.`)
  return JSON.stringify(value)
}

/** A key whose value is undefined is left out, as if it had never been set. */
function writeObject(value: object, path: string): string {
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicaliseJson(item, `${path}.${key}`)}`)
  return `{${entries.join(',')}}`
}
