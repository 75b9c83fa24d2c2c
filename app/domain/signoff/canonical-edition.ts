import type { EditionContent } from './edition-content'

/**
 * The one text of an edition: JSON with object keys in code-unit order, arrays in their own order, no spaces.
 * Two equal editions give the same string whatever order their keys were made in (SPEC.md SO20–SO24).
 * Text is kept as it was written: no Unicode normalisation, so the hash proves what people typed.
 */
export function canonicaliseEdition(edition: EditionContent): string {
  return write(edition, 'edition')
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') return writeNumber(value, path)
  if (Array.isArray(value)) return `[${value.map((item: unknown, i) => write(item, `${path}[${i}]`)).join(',')}]`
  if (typeof value === 'object') return writeObject(value, path)
  throw new Error(`An edition cannot hold ${typeof value} at ${path}.`)
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new Error(`An edition cannot hold the number ${value} at ${path}.`)
  return JSON.stringify(value)
}

/** A key whose value is undefined is left out, as if it had never been set. */
function writeObject(value: object, path: string): string {
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${write(item, `${path}.${key}`)}`)
  return `{${entries.join(',')}}`
}
