import type { EditionContent, EditionMetric } from '../signoff/edition-content'
import type { LatestValue, Registers } from './registers'

/** The names and figures frozen in an edition, as a register: an old edition keeps its old names. SPEC.md, LK10. */
export function registersOfEdition(edition: EditionContent): Registers {
  return {
    people: edition.people,
    hwbPriorities: edition.hwbPriorities,
    needs: edition.needs,
    organisations: edition.organisations ?? [],
    places: edition.places ?? [],
    sources: edition.sources ?? [],
    metrics: edition.metrics.map((metric) => ({ ...metric, latest: latestOf(metric) })),
  }
}

function latestOf(metric: EditionMetric): LatestValue | null {
  const ended = [...metric.observations].sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1))
  const last = ended.at(-1)
  return last
    ? { value: last.value, suppressed: last.suppressed, periodLabel: last.periodLabel }
    : null
}
