import { unzipSync } from 'fflate'
import readSheets from 'read-excel-file/node'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { ReadTable } from './read-table'

const MAX_UNPACKED = 200 * 1024 * 1024

const UNREADABLE =
  'This workbook cannot be read. Open it in Excel, save it as .xlsx or CSV and try again.'
const TOO_LARGE =
  'The workbook unpacks to more than 200 MB. Save the one sheet that is needed as CSV and try again.'

/** SPEC.md TB5–TB8. */
export async function readWorkbook(
  bytes: Uint8Array,
  sheet: string | undefined,
): Promise<Outcome<ReadTable>> {
  const size = unpackedSize(bytes)
  if (size === null) return refuse('invalid', UNREADABLE)
  if (size > MAX_UNPACKED) return refuse('invalid', TOO_LARGE)
  try {
    const sheets = await readSheets<string>(Buffer.from(bytes), {
      trim: false,
      parseNumber: String,
    })
    const names = sheets.map((one) => one.sheet)
    const chosen = sheet === undefined ? sheets[0] : sheets.find((one) => one.sheet === sheet)
    if (!chosen)
      return refuse(
        'invalid',
        `The workbook has no sheet “${sheet ?? ''}”. It has ${names.join(', ')}.`,
      )
    return done({ rows: chosen.data.map((row) => row.map(writeCell)), sheets: names })
  } catch {
    // Damaged, encrypted, or an older kind of file under a new name: to the person it is one and the same.
    return refuse('invalid', UNREADABLE)
  }
}

/** As the file itself says, without unpacking it; null: it is no zip file. */
function unpackedSize(bytes: Uint8Array): number | null {
  let total = 0
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize
        return false
      },
    })
    return total
  } catch {
    return null
  }
}

function writeCell(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return typeof cell === 'string' ? cell : ''
}
