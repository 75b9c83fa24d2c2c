import { definitionOf } from '../../domain/metrics/definition'
import type { Metric } from '../../domain/metrics/metric'

/** What the form begins with, by field. */
export function startDefinition(metric: Metric | null): Readonly<Record<string, string>> {
  if (!metric) return { scope: 'local', yearType: 'financial' }
  const { tags, wantedSince, ...rest } = definitionOf(metric)
  const texts = Object.entries(rest).map(([name, value]) => [
    name,
    value === null ? '' : String(value),
  ])
  const [year = '', month = '', day = ''] = wantedSince?.split('-') ?? []
  return {
    ...Object.fromEntries(texts),
    tags: tags.join(', '),
    'wantedSince-year': year,
    'wantedSince-month': month,
    'wantedSince-day': day,
  }
}
