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
    const key = keyOfDraft(row.draft)
    return [planDraft(row, groups.get(key) ?? [row], current.get(key) ?? null)]
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

function keyOfDraft(draft: Draft): string {
  return keyOf({ ...draft, areaId: draft.area.id })
}

function groupByKey(drafts: readonly DraftRow[]): Map<string, DraftRow[]> {
  const groups = new Map<string, DraftRow[]>()
  for (const row of drafts) {
    const key = keyOfDraft(row.draft)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
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
  return metrics.flatMap(({ metric }) => {
    const values = drafts.flatMap(({ metricId, value }) =>
      metricId === metric.id && value !== null ? [value] : [],
    )
    const areParts = values.length > 1 && values.every((value) => value <= 1)
    if (!isPercent(metric.unit) || !areParts || values.every((value) => value === 0)) return []
    return [
      `Every value of “${metric.title}” is 1% or less. If the file has parts of 1, multiply them by 100 first.`,
    ]
  })
}
