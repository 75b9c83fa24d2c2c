import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { TableSource } from '../../services/imports/tables'
import { readTextTable } from './read-text-table'
import { readWorkbook } from './read-workbook'

/** Rows of cells as text, with the headings if the file has any. */
export interface ReadTable {
  readonly rows: readonly (readonly string[])[]
  /** Names of a workbook's sheets; none for a text. */
  readonly sheets: readonly string[]
}

const MAX_ROWS = 200_000
const MAX_COLUMNS = 200

/** SPEC.md TB1, TB7. */
export async function readTable({ bytes, sheet }: TableSource): Promise<Outcome<ReadTable>> {
  const read = isZip(bytes) ? await readWorkbook(bytes, sheet) : readTextTable(bytes)
  if (!read.ok) return read
  const { rows } = read.value
  if (rows.length > MAX_ROWS)
    return refuse(
      'invalid',
      `The table has ${rows.length.toLocaleString('en-GB')} rows; at most 200,000 are read at once. Import it in parts.`,
    )
  if (rows.some((row) => row.length > MAX_COLUMNS))
    return refuse('invalid', 'The table has more than 200 columns. Leave out those not needed.')
  if (!rows.some((row) => row.some((cell) => cell.trim() !== '')))
    return refuse('invalid', 'There is nothing in this table.')
  return done(read.value)
}

/** Workbooks are zip files. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}
