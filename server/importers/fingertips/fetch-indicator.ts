import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { FingertipsSource } from '../../services/imports/fingertips'

interface FingertipsOptions {
  /** Where its interface begins, with a slash at the end. */
  readonly baseUrl: string
  /** Its answers may take minutes. */
  readonly timeoutMs?: number
  readonly mostBytes?: number
}

const MEGABYTE = 1024 * 1024
const HEADINGS = 'Indicator ID,'
/** As Fingertips numbers its kinds of area: integrated care boards, and counties and unitary authorities. */
const AREA_TYPES = ['221', '502']
const ENGLAND = '15'
const AWAY = 'Fingertips did not answer. Try again later, or download the file and upload it.'
const ODD =
  'Fingertips answered with something else than its data. Download the file and upload it.'
const LARGE = 'What Fingertips answered is too large. Download the file and upload it in parts.'

/** An indicator's values in all areas of each kind, as Fingertips' own download has them (SPEC.md FT1–FT3). */
export function createFingertips(options: FingertipsOptions): FingertipsSource {
  const { baseUrl, timeoutMs = 5 * 60_000, mostBytes = 29 * MEGABYTE } = options

  async function download(address: URL): Promise<Outcome<string>> {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) })
      if (!answer.ok || !answer.body) return refuse('unavailable', AWAY)
      return await readAll(answer.body, mostBytes / AREA_TYPES.length)
    } catch {
      // Away, broken off, or too slow: to the person it is the same.
      return refuse('unavailable', AWAY)
    }
  }

  return {
    async fetchIndicator(sourceId) {
      const parts: string[] = []
      // One after the other: it is slow, and shared by everybody.
      for (const areaType of AREA_TYPES) {
        const part = await download(addressOf(baseUrl, sourceId, areaType))
        if (!part.ok) return part
        parts.push(part.value.replace(/^\uFEFF/, ''))
      }
      return joinTables(parts)
    },
  }
}

function addressOf(baseUrl: string, sourceId: string, areaType: string): URL {
  const address = new URL('all_data/csv/by_indicator_id', baseUrl)
  address.search = new URLSearchParams({
    indicator_ids: sourceId,
    child_area_type_id: areaType,
    parent_area_type_id: ENGLAND,
    include_sortable_time_periods: 'yes',
  }).toString()
  return address
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  mostBytes: number,
): Promise<Outcome<string>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (;;) {
    const read = await reader.read()
    if (read.done) return done(Buffer.concat(chunks).toString('utf8'))
    size += read.value.length
    if (size > mostBytes) {
      await reader.cancel()
      return refuse('invalid', LARGE)
    }
    chunks.push(read.value)
  }
}

/** Tables of the same headings, one under the other. */
function joinTables(parts: readonly string[]): Outcome<Uint8Array> {
  const tables = parts.map((part) => {
    const end = part.indexOf('\n')
    return { headings: part.slice(0, end).trim(), rows: part.slice(end + 1).trimEnd() }
  })
  const [first] = tables
  const isTheirs = tables.every(
    ({ headings }) => headings.startsWith(HEADINGS) && headings === first?.headings,
  )
  if (!first || !isTheirs) return refuse('unavailable', ODD)
  const rows = tables.map((table) => table.rows).filter((lines) => lines !== '')
  // A reader of tables takes the first end of a line for all of them.
  const end = parts[0]?.includes('\r\n') ? '\r\n' : '\n'
  return done(new TextEncoder().encode(`${[first.headings, ...rows].join(end)}${end}`))
}
