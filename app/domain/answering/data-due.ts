import type { Frequency } from '../metrics/metric'
import { type Calendar, type Period, listPeriods } from '../metrics/period'
import { toDate } from '../dates/parse-date'
import { countOf } from '../numbers/format-number'

/** Days from a period's end until its value is there, until a metric says otherwise (our choice: each source has its own). */
export const DEFAULT_LAG_DAYS: Record<Frequency, number> = {
  monthly: 45,
  quarterly: 90,
  annual: 270,
  rolling_3y: 365,
}

/** How many days before the due day its lead is told. */
export const NOTICE_DAYS = 14

export interface Supply extends Calendar {
  readonly lagDays: number
  /** The first day of the first period that is wanted, YYYY-MM-DD. */
  readonly since: string
}

export type DataState =
  | { readonly kind: 'up_to_date'; readonly next: Due | null }
  /** Within the days of notice, the due day included. */
  | { readonly kind: 'due_soon'; readonly next: Due }
  /** Oldest first. */
  | { readonly kind: 'overdue'; readonly late: readonly Due[] }

export interface Due {
  readonly period: Period
  /** The last day on which it is in time, YYYY-MM-DD. */
  readonly due: string
}

/** Which periods a metric's data are owed for. Suppressed is there; gaps in the past are owed too (rules AN9–AN12). */
export function judgeData(supply: Supply, starts: ReadonlySet<string>, today: string): DataState {
  // Periods to come are listed from far enough ahead that the next one is among them.
  const ahead = addDays(today > supply.since ? today : supply.since, 366 * 4)
  const owed = listPeriods(supply, { from: supply.since, today: ahead })
    .reverse()
    .filter(({ start }) => start >= supply.since && !starts.has(start))
    .map((period) => ({ period, due: addDays(period.end, supply.lagDays) }))
  const late = owed.filter(({ due }) => due < today)
  if (late.length > 0) return { kind: 'overdue', late }
  const next = owed[0] ?? null
  return next && addDays(next.due, -NOTICE_DAYS) <= today
    ? { kind: 'due_soon', next }
    : { kind: 'up_to_date', next }
}

/** Who hears of it (rule AN13). */
export type Told = 'lead' | 'deputy' | 'chair'

export function whomToTell(state: DataState): readonly Told[] {
  if (state.kind === 'up_to_date') return []
  if (state.kind === 'due_soon') return ['lead']
  return state.late.length > 1 ? ['lead', 'deputy', 'chair'] : ['lead', 'deputy']
}

/** What is owed, in one sentence. */
export function describeData(state: DataState): string {
  if (state.kind === 'overdue') {
    const [first] = state.late
    const others = state.late.length - 1
    const more = others > 0 ? `, and ${countOf(others, 'later period')}` : ''
    return `Overdue: the value for ${first?.period.label ?? ''}${more}.`
  }
  const label = state.next?.period.label
  if (state.kind === 'due_soon') return `Due soon: the value for ${label}.`
  return label === undefined ? 'Up to date.' : `Up to date. Next: the value for ${label}.`
}

function addDays(date: string, days: number): string {
  return toDate(new Date(Date.parse(date) + days * 86_400_000))
}
