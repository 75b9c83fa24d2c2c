import { isPercent } from '../numbers/unit'
import type { Observation } from '../metrics/observation'
import type { Draft, KnownMetric, ParsedRow } from './parse-row'
import { type Breakdown, keyOfBreakdown } from './read-breakdown'

/** A current observation the partnership has, and of whom it is. */
export interface KnownObservation {
  readonly observation: Observation
  readonly breakdown: Breakdown
}

export type PlannedRow = { readonly line: number } & (
  | { readonly kind: 'new'; readonly draft: Draft }
  /** Different from what is known: the new one supersedes it. */
  | { readonly kind: 'supersedes'; readonly draft: Draft; readonly known: Observation }
  | { readonly kind: 'same' }
  /** Said before in this file, on that line. */
  | { readonly kind: 'repeated'; readonly firstLine: number }
  | { readonly kind: 'no_value' }
  | { readonly kind: 'passed_over' }
  | { readonly kind: 'error'; readonly messages: readonly string[] }
)
export type PlannedKind = PlannedRow['kind']

export interface ImportPlan {
  readonly counts: Readonly<Record<PlannedKind, number>>
  /** Of `new` and `supersedes`. */
  readonly suppressed: number
  /** Every row but blank ones, in the order of the file. */
  readonly rows: readonly PlannedRow[]
  /** Names of what is not ours, each once. */
  readonly passedOver: { readonly areas: readonly string[]; readonly metrics: readonly string[] }
  /** Worth a look before going on. */
  readonly notices: readonly string[]
}

type DraftRow = Extract<ParsedRow, { kind: 'draft' }>

interface Known {
  readonly observations: readonly KnownObservation[]
  readonly metrics: readonly KnownMetric[]
}

/** What an import would do, before it does anything (rules IM28–IM35). */
export function planImport(parsed: readonly ParsedRow[], known: Known): ImportPlan {
  const drafts = parsed.filter((row): row is DraftRow => row.kind === 'draft')
  const groups = groupByKey(drafts)
  const current = new Map(
    known.observations.map(({ observation, breakdown }) => [
      keyOf({ ...observation, breakdown }),
      observation,
    ]),
  )
  const rows = parsed.flatMap((row): PlannedRow[] => {
    if (row.kind === 'blank') return []
    if (row.kind !== 'draft') return [planOther(row)]
    const group = groups.get(row)
    return [planDraft(row, group?.rows ?? [row], current.get(group?.key ?? '') ?? null)]
  })
  const kept = rows.flatMap((row) => ('draft' in row ? [row.draft] : []))
  return {
    counts: countKinds(rows),
    suppressed: kept.filter(({ suppressed }) => suppressed).length,
    rows,
    passedOver: { areas: namesOf(parsed, 'area'), metrics: namesOf(parsed, 'metric') },
    notices: listNotices(kept, known.metrics),
  }
}

function planOther(row: Exclude<ParsedRow, DraftRow | { kind: 'blank' }>): PlannedRow {
  const { line } = row
  if (row.kind === 'error') return { line, kind: 'error', messages: row.messages }
  return { line, kind: row.kind }
}

function planDraft(
  row: DraftRow,
  group: readonly DraftRow[],
  known: Observation | null,
): PlannedRow {
  const { line, draft } = row
  const other = group.find((one) => !isSameReading(one.draft, draft))
  if (other)
    return {
      line,
      kind: 'error',
      messages: [
        `Line ${line}: Line ${other.line} says something else about the same area, group and period. Remove the one that is wrong.`,
      ],
    }
  const [first] = group
  if (first && first !== row) return { line, kind: 'repeated', firstLine: first.line }
  if (!known) return { line, kind: 'new', draft }
  return saysTheSame(draft, known)
    ? { line, kind: 'same' }
    : { line, kind: 'supersedes', draft, known }
}

const READINGS = ['value', 'lower95', 'upper95', 'numerator', 'denominator'] as const

function isSameReading(one: Draft, other: Draft): boolean {
  return (
    one.suppressed === other.suppressed && READINGS.every((field) => one[field] === other[field])
  )
}

/** What the file leaves out, it does not deny: an interval we have and it has not is no difference. */
function saysTheSame(draft: Draft, known: Observation): boolean {
  return (
    draft.suppressed === known.suppressed &&
    READINGS.every((field) => draft[field] === null || draft[field] === known[field])
  )
}

interface Keyed {
  readonly metricId: string
  readonly areaId: string
  readonly period: { readonly start: string }
  readonly breakdown: Breakdown
}

/** One text for each thing that can have one value. */
function keyOf({ metricId, areaId, period, breakdown }: Keyed): string {
  return JSON.stringify([metricId, areaId, period.start, keyOfBreakdown(breakdown)])
}

interface Group {
  readonly key: string
  readonly rows: DraftRow[]
}

/** Each row's group: those that speak of the same thing. */
function groupByKey(drafts: readonly DraftRow[]): ReadonlyMap<DraftRow, Group> {
  const byKey = new Map<string, Group>()
  return new Map(
    drafts.map((row) => {
      const key = keyOf({ ...row.draft, areaId: row.draft.area.id })
      const group = byKey.get(key) ?? { key, rows: [] }
      group.rows.push(row)
      byKey.set(key, group)
      return [row, group]
    }),
  )
}

function countKinds(rows: readonly PlannedRow[]): Record<PlannedKind, number> {
  const counts = {
    new: 0,
    supersedes: 0,
    same: 0,
    repeated: 0,
    no_value: 0,
    passed_over: 0,
    error: 0,
  }
  for (const { kind } of rows) counts[kind] += 1
  return counts
}

function namesOf(parsed: readonly ParsedRow[], what: 'area' | 'metric'): string[] {
  const names = parsed.flatMap((row) =>
    row.kind === 'passed_over' && row.what === what ? [row.name] : [],
  )
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en-GB'))
}

/** Per cent written as parts of 1 would pass every other check. */
function listNotices(drafts: readonly Draft[], metrics: readonly KnownMetric[]): string[] {
  const spans = spanValues(drafts)
  return metrics.flatMap(({ metric }) => {
    const span = spans.get(metric.id)
    const areParts = span !== undefined && span.count > 1 && span.most <= 1
    if (!isPercent(metric.unit) || !areParts || span.isAllZero) return []
    return [
      `Every value of “${metric.title}” is 1% or less. If the file has parts of 1, multiply them by 100 first.`,
    ]
  })
}

interface Span {
  readonly count: number
  readonly most: number
  readonly isAllZero: boolean
}

/** By metric, in one walk through a file of many. */
function spanValues(drafts: readonly Draft[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>()
  for (const { metricId, value } of drafts) {
    if (value === null) continue
    const span = spans.get(metricId) ?? { count: 0, most: value, isAllZero: true }
    spans.set(metricId, {
      count: span.count + 1,
      most: Math.max(span.most, value),
      isAllZero: span.isAllZero && value === 0,
    })
  }
  return spans
}
