/** What of a metric the list's filter looks at. */
export interface FilterableMetric {
  readonly metric: {
    readonly code: string
    readonly title: string
    readonly plainTitle: string
    readonly lead: { readonly name: string } | null
  }
  readonly work: readonly string[]
  readonly variation: { readonly kind: string } | null
}

export const METRIC_VIEWS = {
  unowned: 'No lead yet',
  work: 'Something is missing',
  unusual: 'Unusual change',
  unlinked: 'Not used by an objective',
} as const
export type MetricView = keyof typeof METRIC_VIEWS

export interface MetricFilter {
  readonly search: string
  readonly view: MetricView | null
}

export function parseMetricFilter(search: { get(name: string): string | null }): MetricFilter {
  const view = search.get('show')
  const isView = view !== null && Object.hasOwn(METRIC_VIEWS, view)
  return { search: search.get('q')?.trim() ?? '', view: isView ? (view as MetricView) : null }
}

/** Every word typed has to be found in the title, the code or the lead's name. */
export function filterMetrics<T extends FilterableMetric & { readonly objectives: number }>(
  metrics: readonly T[],
  { search, view }: MetricFilter,
): T[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return metrics.filter((row) => {
    const { code, title, plainTitle, lead } = row.metric
    const text = `${code} ${title} ${plainTitle} ${lead?.name ?? ''}`.toLowerCase()
    return words.every((word) => text.includes(word)) && fits(row, view)
  })
}

function fits(row: FilterableMetric & { objectives: number }, view: MetricView | null): boolean {
  switch (view) {
    case null:
      return true
    case 'unowned':
      return row.metric.lead === null
    case 'work':
      return row.work.length > 0
    case 'unusual':
      return row.variation !== null && row.variation.kind !== 'common_cause'
    case 'unlinked':
      return row.objectives === 0
  }
}
