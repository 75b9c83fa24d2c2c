import type { ImportField } from './map-columns'

/** Something a file may call by a code or by its name. */
export interface Coded {
  readonly codes: readonly string[]
  readonly name: string
}

/** Made once for a file of many rows. */
export interface CodedIndex<T> {
  readonly all: readonly T[]
  readonly byCode: ReadonlyMap<string, readonly T[]>
  readonly byName: ReadonlyMap<string, readonly T[]>
}

export function indexCoded<T extends Coded>(all: readonly T[]): CodedIndex<T> {
  return {
    all,
    byCode: groupBy(all, ({ codes }) => new Set(codes.map(plain))),
    byName: groupBy(all, ({ name }) => [plain(name)]),
  }
}

function groupBy<T>(all: readonly T[], keysOf: (one: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all)
    for (const key of keysOf(one)) groups.set(key, [...(groups.get(key) ?? []), one])
  return groups
}

export type Search<T> =
  | { readonly kind: 'found'; readonly found: T }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'error'; readonly message: string }

type Read = (field: ImportField) => string

/** The metric of a row: by code, else by name, else the one the table is about (rule IM20). */
export function findMetric<T extends Coded>(
  read: Read,
  metrics: CodedIndex<T>,
  only: T | null,
): Search<T> {
  const code = read('metric')
  const name = read('metricName')
  if (code !== '' || name !== '') return search({ code, name, what: 'metric' }, metrics)
  if (only) return { kind: 'found', found: only }
  return {
    kind: 'error',
    message: 'There is no metric in this row. Choose the metric this table is about.',
  }
}

/** The area of a row: by code, and by name only where it has no code (rule IM21). */
export function findArea<T extends Coded>(read: Read, areas: CodedIndex<T>): Search<T> {
  const code = read('areaCode')
  const name = read('areaName')
  if (code === '' && name === '')
    return { kind: 'error', message: 'There is no area in this row. Add its code.' }
  return search({ code, name, what: 'area' }, areas)
}

interface Sought {
  readonly code: string
  readonly name: string
  readonly what: string
}

function search<T>({ code, name, what }: Sought, among: CodedIndex<T>): Search<T> {
  const shown = [name, code === '' || name === '' ? code : `(${code})`].filter(Boolean).join(' ')
  // A code that is not ours is somebody else's, whatever the name beside it says.
  const found = code === '' ? among.byName.get(plain(name)) : among.byCode.get(plain(code))
  const [only, other] = found ?? []
  if (!only) return { kind: 'unknown', name: shown }
  if (!other) return { kind: 'found', found: only }
  return {
    kind: 'error',
    message: `“${shown}” could be more than one ${what}. Use a code that only one of them has.`,
  }
}

/** Codes and names as they are compared: without case, doubled spaces or `&`. */
function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('&', 'and').replace(/\s+/g, ' ')
}
