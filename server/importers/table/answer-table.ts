import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type {
  PlanQuestion,
  PlannedTable,
  TableHead,
  TableRow,
  TableSource,
} from '../../services/imports/tables'
import { planTable } from './plan-table'
import { readTable } from './read-table'

export type TableQuestion =
  | ({ readonly task: 'head' } & TableSource)
  | ({ readonly task: 'row'; readonly line: number } & TableSource)
  | ({ readonly task: 'plan' } & PlanQuestion)
export type TableAnswer = TableHead | TableRow | PlannedTable

const SAMPLE = 5

/** In the thread: only what is asked for leaves it, since a whole table would stop everybody while it is copied. */
export async function answerTable(asked: TableQuestion): Promise<Outcome<TableAnswer>> {
  if (asked.task === 'plan') return planTable(asked)
  const table = await readTable(asked)
  if (!table.ok) return table
  const { rows, sheets } = table.value
  const [headers = [], ...rest] = rows
  if (asked.task === 'row') return done({ headers, cells: rows[asked.line - 1] ?? [] })
  return done({ headers, sample: rest.slice(0, SAMPLE), count: rest.length, sheets })
}
