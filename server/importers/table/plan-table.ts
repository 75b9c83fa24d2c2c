import { type Coded, indexCoded } from '../../../app/domain/imports/find-coded'
import { mapColumns } from '../../../app/domain/imports/map-columns'
import { type KnownArea, parseRow } from '../../../app/domain/imports/parse-row'
import { planImport } from '../../../app/domain/imports/plan-import'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { PlanQuestion, PlannedTable } from '../../services/imports/tables'
import { readTable } from './read-table'

const DRAFTS_PER_BATCH = 500
const MOST_PROBLEMS = 300

/** Reads a table, and plans it as if nothing were known: repeated and contradicting rows are found over the whole file. */
export async function planTable(question: PlanQuestion): Promise<Outcome<PlannedTable>> {
  const table = await readTable(question)
  if (!table.ok) return table
  const [headers = [], ...rows] = table.value.rows
  const columns = mapColumns(headers, question.chosen)
  if (!columns.ok) return columns
  const { metrics, areas, onlyMetricId, today } = question
  const context = {
    columns: columns.value,
    metrics: indexCoded(metrics),
    areas: indexCoded(areas as readonly (KnownArea & Coded)[]),
    onlyMetric: metrics.find(({ metric }) => metric.id === onlyMetricId) ?? null,
    today,
  }
  // The headings are line 1.
  const parsed = rows.map((cells, at) => parseRow(cells, at + 2, context))
  const plan = planImport(parsed, { observations: [], metrics })
  const drafts = plan.rows.flatMap((row) => {
    if (row.kind !== 'new') return []
    // The row as it came stays in the file.
    const { raw: _raw, ...draft } = row.draft
    return [{ line: row.line, draft }]
  })
  return done({
    columns: columns.value,
    counts: plan.counts,
    problems: plan.rows
      .flatMap((row) => (row.kind === 'error' ? row.messages : []))
      .slice(0, MOST_PROBLEMS),
    passedOver: plan.passedOver,
    notices: plan.notices,
    batches: splitBatches(drafts),
  })
}

function splitBatches(drafts: readonly object[]): string[] {
  return Array.from({ length: Math.ceil(drafts.length / DRAFTS_PER_BATCH) }, (_, at) =>
    JSON.stringify(drafts.slice(at * DRAFTS_PER_BATCH, (at + 1) * DRAFTS_PER_BATCH)),
  )
}
