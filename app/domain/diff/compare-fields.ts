import { canonicaliseJson } from '../signoff/canonical-json'
import type { FieldChange, RecordChange, Value } from './comparison'
import { compareWords } from './compare-words'

type Loose = Readonly<Record<string, unknown>>

/** The fields people read first; the others follow by name. */
const FIRST = ['title', 'statement', 'parentId']

/** What differs between two things with fields, whatever those are. A null: it was not there. SPEC.md, DF13, DF15–DF17. */
export function compareFields(
  before: object | null,
  after: object | null,
  ignored: readonly string[],
): FieldChange[] {
  const [old, now] = [spread(before), spread(after)]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => !ignored.includes(key),
  )
  return keys
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .flatMap((key) => compareField(key, old[key], now[key]) ?? [])
}

/** A block's `fields` stand beside the ones it always had. */
function spread(value: object | null): Loose {
  if (!value) return {}
  const { fields, ...own } = value as Loose
  return isLoose(fields) ? { ...fields, ...own } : own
}

function rankOf(key: string): number {
  const rank = FIRST.indexOf(key)
  return rank < 0 ? FIRST.length : rank
}

function compareField(key: string, before: unknown, after: unknown): FieldChange | null {
  if (isEmpty(before) && isEmpty(after)) return null
  if (canonical(before) === canonical(after)) return null
  if (isRecords(before) && isRecords(after)) {
    const records = compareRecords(listOf(before), listOf(after))
    if (records.length > 0) return { type: 'records', key, records }
  }
  if (isSet(before) && isSet(after)) return compareSets(key, listOf(before), listOf(after))
  if (isText(key, before, after)) {
    const segments = compareWords(wordsOf(before), wordsOf(after))
    return { type: 'words', key, segments: segments.map((part) => ({ ...part, marks: {} })) }
  }
  return { type: 'value', key, before: toValue(before), after: toValue(after) }
}

function compareSets(key: string, before: readonly unknown[], after: readonly unknown[]) {
  const [old, now] = [before.map(String), after.map(String)]
  const added = now.filter((id) => !old.includes(id))
  const removed = old.filter((id) => !now.includes(id))
  // In another order, or the same one twice: nothing was added, and yet it is not the same.
  if (added.length + removed.length === 0) {
    return { type: 'value', key, before: old.join(', '), after: now.join(', ') } as const
  }
  return { type: 'set', key, added, removed } as const
}

function compareRecords(before: readonly unknown[], after: readonly unknown[]): RecordChange[] {
  const [old, now] = [indexById(before), indexById(after)]
  const ids = [...new Set([...old.keys(), ...now.keys()])]
  return ids.flatMap((id): RecordChange[] => {
    const [was, is] = [old.get(id), now.get(id)]
    if (was && is && canonical(was) === canonical(is)) return []
    const state = !was ? 'added' : !is ? 'removed' : 'changed'
    return [{ id, state, before: toValues(was), after: toValues(is) }]
  })
}

function indexById(records: readonly unknown[]): ReadonlyMap<string, Loose> {
  return new Map(records.filter(isLoose).map((record) => [String(record['id']), record]))
}

function toValues(record: Loose | undefined): Record<string, Value> {
  const entries = Object.entries(record ?? {}).filter(([key]) => key !== 'id')
  return Object.fromEntries(entries.map(([key, value]) => [key, toValue(value)]))
}

function toValue(value: unknown): Value {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return canonical(value)
}

function canonical(value: unknown): string {
  return value === undefined ? '' : canonicaliseJson(value, 'field')
}

/** Titles and statements, and whatever else is written in words; a date or a choice changes as a whole. */
function isText(key: string, before: unknown, after: unknown): boolean {
  if (!isWordsOrNothing(before) || !isWordsOrNothing(after)) return false
  return ['title', 'statement'].includes(key) || /\s/.test(wordsOf(before) + wordsOf(after))
}

function isWordsOrNothing(value: unknown): boolean {
  return typeof value === 'string' || isEmpty(value)
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isEmpty(value: unknown): boolean {
  const isNothing = value === undefined || value === null || value === ''
  return isNothing || (Array.isArray(value) && value.length === 0)
}

function isRecords(value: unknown): boolean {
  return isEmpty(value) || (Array.isArray(value) && value.every((part) => hasId(part)))
}

function isSet(value: unknown): boolean {
  return isEmpty(value) || (Array.isArray(value) && value.every((part) => typeof part !== 'object'))
}

function hasId(value: unknown): boolean {
  return isLoose(value) && typeof value['id'] === 'string'
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
