import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { type SourceIndicator, readMetadata } from '../../../app/domain/imports/read-metadata'
import type {
  IndicatorsAnswer,
  PlanQuestion,
  PlannedTable,
  TableHead,
  TableRow,
  TableSource,
} from '../../services/imports/tables'
import { planTable } from './plan-table'
import { rememberPlan } from './remember-plan'
import { readTable } from './read-table'

export type TableQuestion =
  | ({ readonly task: 'head' } & TableSource)
  | ({ readonly task: 'row'; readonly line: number } & TableSource)
  | ({ readonly task: 'indicators'; readonly ids: readonly string[] } & TableSource)
  | ({ readonly task: 'plan' } & PlanQuestion)
export type TableAnswer = TableHead | TableRow | PlannedTable | IndicatorsAnswer

const SAMPLE = 5
const plan = rememberPlan(planTable)

/** In the thread: only what is asked for leaves it, since a whole table would stop everybody while it is copied. */
export async function answerTable(asked: TableQuestion): Promise<Outcome<TableAnswer>> {
  if (asked.task === 'plan') return plan(asked)
  const table = await readTable(asked)
  if (!table.ok) return table
  const { rows, sheets } = table.value
  const [headers = [], ...rest] = rows
  if (asked.task === 'row') return done({ headers, cells: rows[asked.line - 1] ?? [] })
  if (asked.task === 'indicators') return pickIndicators(rows, asked.ids)
  return done({ headers, sample: rest.slice(0, SAMPLE), count: rest.length, sheets })
}

/** A file of all of Fingertips describes thousands. */
function pickIndicators(
  rows: readonly (readonly string[])[],
  ids: readonly string[],
): Outcome<IndicatorsAnswer> {
  const read = readMetadata(rows)
  if (!read.ok) return read
  const wanted = new Set(ids)
  const isWanted = ({ sourceId }: SourceIndicator) => wanted.has(sourceId)
  return done({ count: read.value.length, indicators: read.value.filter(isWanted) })
}
