import { formatDate, formatShortDate } from '../../app/domain/dates/format-date'
import { formatValue } from '../../app/domain/numbers/format-number'
import type { EditionContent, EditionMetric } from '../../app/domain/signoff/edition-content'
import type { MetricLink, ObjectiveBlock } from '../../app/domain/strategy/strategy'
import { cleanLine } from './clean-text'
import type { CellView, TableView } from './view'

/** The metrics an objective is tracked by: where it started, where it is, where it is to go. Null when it has none. */
export function viewMetrics(
  objective: ObjectiveBlock,
  label: string,
  edition: EditionContent,
): TableView | null {
  if (objective.metricLinks.length === 0) return null
  const metrics = new Map(edition.metrics.map((metric) => [metric.id, metric]))
  return {
    caption: `${label}: how we will know`,
    columns: ['Metric', 'Baseline', 'Latest value', 'Target', 'What is missing'],
    rows: objective.metricLinks.map((link) => viewLink(link, metrics.get(link.metricId))),
    widths: [28, 18, 18, 18, 18],
  }
}

function viewLink(link: MetricLink, metric: EditionMetric | undefined): CellView[] {
  if (!metric) {
    const gone = 'This metric is no longer in the register'
    return [absent(gone), absent('—'), absent('—'), absent('—'), absent('The metric')]
  }
  return [
    present(nameMetric(metric)),
    viewFigure(link.baseline, link.baselineDate, { metric, none: 'No baseline', before: '' }),
    viewLatest(metric),
    viewFigure(link.target, link.targetDate, { metric, none: 'No target', before: 'by ' }),
    viewMissing(link, metric),
  ]
}

function nameMetric(metric: EditionMetric): string {
  const title = metric.plainTitle || metric.title
  return `${title} (${metric.code})`
}

interface FigureWords {
  readonly metric: EditionMetric
  readonly none: string
  readonly before: string
}

function viewFigure(value: number | null, date: string | null, words: FigureWords): CellView {
  if (value === null) return absent(words.none)
  const figure = formatValue({ value }, words.metric)
  return present(figure, date === null ? '' : `${words.before}${formatShortDate(date)}`)
}

/** Suppressed stays suppressed: `c`, never 0. */
function viewLatest(metric: EditionMetric): CellView {
  const latest = metric.observations.at(-1)
  if (!latest) return absent('No data')
  const figure = formatValue(latest, metric)
  return present(
    latest.suppressed ? `${figure} (suppressed)` : figure,
    latest.periodLabel || formatDate(latest.periodEnd),
  )
}

function viewMissing(link: MetricLink, metric: EditionMetric): CellView {
  const missing = [
    metric.leadId === null ? 'metric lead' : null,
    link.baseline === null ? 'baseline' : null,
    metric.observations.length === 0 ? 'data' : null,
    link.target === null ? 'target' : null,
    link.target !== null && link.targetDate === null ? 'date of the target' : null,
  ].filter((word) => word !== null)
  if (missing.length === 0) return present('Nothing')
  const words = missing.join(', ')
  return absent(words.charAt(0).toUpperCase() + words.slice(1))
}

function present(...lines: string[]): CellView {
  return { lines: lines.map(cleanLine).filter((line) => line !== ''), missing: false }
}

function absent(text: string): CellView {
  return { lines: [text], missing: true }
}
