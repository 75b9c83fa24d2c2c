import {
  METRIC_ROLES,
  METRIC_SCOPES,
  type Metric,
  type MetricRole,
  type MetricScope,
} from './metric'

export const METRIC_VIEWS = {
  unowned: 'No lead yet',
  work: 'Something is missing',
  unusual: 'Unusual change',
  unlinked: 'Not used by an objective',
  retired: 'Given up',
} as const
export type MetricView = keyof typeof METRIC_VIEWS

export interface MetricFilter {
  readonly search: string
  readonly view: MetricView | null
  readonly scope: MetricScope | null
  readonly role: MetricRole | null
  readonly tag: string
  /** From 1. */
  readonly page: number
}

/** An address's search part; what is not known is left out, so that old links still open (rule ME39). */
export function parseMetricFilter(search: { get(name: string): string | null }): MetricFilter {
  const page = Number(search.get('page'))
  const views = Object.keys(METRIC_VIEWS) as MetricView[]
  return {
    search: search.get('q')?.trim() ?? '',
    view: views.find((view) => view === search.get('show')) ?? null,
    scope: METRIC_SCOPES.find((scope) => scope === search.get('scope')) ?? null,
    role: METRIC_ROLES.find((role) => role === search.get('role')) ?? null,
    tag: search.get('tag')?.trim() ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

type Findable = Pick<
  Metric,
  | 'code'
  | 'title'
  | 'plainTitle'
  | 'definition'
  | 'source'
  | 'sourceId'
  | 'tags'
  | 'lead'
  | 'scope'
  | 'role'
  | 'retiredOn'
>

/** By what is written of a metric; every word typed has to be found. Given up ones only when asked for (rules ME39, ME40). */
export function fitsWords(metric: Findable, filter: MetricFilter): boolean {
  const { search, scope, role, tag, view } = filter
  if ((metric.retiredOn !== null) !== (view === 'retired')) return false
  if (scope !== null && metric.scope !== scope) return false
  if (role !== null && metric.role !== role) return false
  if (tag !== '' && !metric.tags.includes(tag)) return false
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const text = textOf(metric)
  return words.every((word) => text.includes(word))
}

function textOf(metric: Findable): string {
  const { code, title, plainTitle, definition, source, sourceId, tags, lead } = metric
  return [code, title, plainTitle, definition, source, sourceId, ...tags, lead?.name ?? '']
    .join(' ')
    .toLowerCase()
}

/** Views that need nothing worked out from values. */
export function fitsQuickly(
  metric: Pick<Metric, 'lead'>,
  objectives: number,
  view: MetricView | null,
) {
  if (view === 'unowned') return metric.lead === null
  return view !== 'unlinked' || objectives === 0
}

/** Views of how a metric stands; asked only of what passed the rest. */
export function needsStanding(view: MetricView | null): boolean {
  return view === 'work' || view === 'unusual'
}

export interface FoundStanding {
  readonly work: readonly string[]
  readonly variation: { readonly kind: string } | null
}

export function fitsStanding({ work, variation }: FoundStanding, view: MetricView | null): boolean {
  if (view === 'work') return work.length > 0
  return view !== 'unusual' || (variation !== null && variation.kind !== 'common_cause')
}
