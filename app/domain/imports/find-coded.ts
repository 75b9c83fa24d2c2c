import type { ImportField } from './map-columns'
import type { ImportContext, KnownArea, KnownMetric } from './parse-row'

/** Something a file may call by a code or by its name. */
export interface Coded {
  readonly codes: readonly string[]
  readonly name: string
}

export type Search<T> =
  | { readonly kind: 'found'; readonly found: T }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'error'; readonly message: string }

type Read = (field: ImportField) => string

/** The metric of a row: by code, else by name, else the one the table is about (rule IM20). */
export function findMetric(read: Read, context: ImportContext): Search<KnownMetric> {
  const { metrics, onlyMetricId } = context
  const code = read('metric')
  const name = read('metricName')
  if (code !== '' || name !== '') return search({ code, name, what: 'metric' }, metrics)
  const only = metrics.find(({ metric }) => metric.id === onlyMetricId)
  if (only) return { kind: 'found', found: only }
  return {
    kind: 'error',
    message: 'There is no metric in this row. Choose the metric this table is about.',
  }
}

/** The area of a row: by code, and by name only where it has no code (rule IM21). */
export function findArea(read: Read, areas: readonly KnownArea[]): Search<KnownArea> {
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

function search<T extends Coded>({ code, name, what }: Sought, among: readonly T[]): Search<T> {
  const shown = [name, code === '' || name === '' ? code : `(${code})`].filter(Boolean).join(' ')
  // A code that is not ours is somebody else's, whatever the name beside it says.
  const found = among.filter((one) =>
    code === '' ? isSame(one.name, name) : one.codes.some((own) => isSame(own, code)),
  )
  const [only] = found
  if (!only) return { kind: 'unknown', name: shown }
  if (found.length === 1) return { kind: 'found', found: only }
  return {
    kind: 'error',
    message: `“${shown}” could be more than one ${what}. Use a code that only one of them has.`,
  }
}

function isSame(one: string, other: string): boolean {
  const plain = (text: string) =>
    text.trim().toLowerCase().replaceAll('&', 'and').replace(/\s+/g, ' ')
  return plain(one) === plain(other)
}
