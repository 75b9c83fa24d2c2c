import type { Client } from 'pg'
import type * as Y from 'yjs'
import { chapterTitleOf, orderChapterIds } from '../../../app/document/shape'
import { areaCode, buildFingertipsFile, metricCode } from '../../build/fingertips-file'
import { type Northing, STRATEGY, joinAs, waitFor } from '../editor/northing'
import { percentile } from './load'

export interface ImportMeasure {
  readonly rows: number
  /** From confirming to recorded. */
  readonly seconds: number
  /** Of an edit's way from one person to another, in milliseconds, before and while it is recorded. */
  readonly calm: number
  readonly busy: number
}

const METRICS = 30
const BOARDS = 36
const EDIT_EVERY_MS = 25
const CALM_MS = 10_000

/** 50,000 rows of a Fingertips download are recorded while people write. */
export async function importWhileWriting(
  northing: Northing,
  client: Client,
): Promise<ImportMeasure> {
  await addMetrics(client)
  const file = buildFingertipsFile({ metrics: METRICS, areas: BOARDS, years: 15 })
  const cookie = await northing.signIn('pen@demo.northing')
  const writing = await startWriting(northing)
  try {
    const path = await upload(northing, cookie, file.bytes)
    await post(northing, { cookie, path, step: 'look' })
    await reach(client, path, 'looked')
    writing.take()
    await new Promise((resolve) => setTimeout(resolve, CALM_MS))
    const calm = percentile(writing.take(), 0.95)
    const began = performance.now()
    await post(northing, { cookie, path, step: 'confirm' })
    await reach(client, path, 'done')
    const seconds = (performance.now() - began) / 1000
    return { rows: file.rows, seconds, calm, busy: percentile(writing.take(), 0.95) }
  } finally {
    writing.stop()
  }
}

async function addMetrics(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO area (id, partnership_id, level, name, ons_code, valid_from)
     SELECT 'bench-board-' || n, NULL, 'icb', 'Imported board ' || n, ($2::text[])[n], DATE '2022-07-01'
       FROM generate_series(1, $1::int) n`,
    [BOARDS, Array.from({ length: BOARDS }, (_, at) => areaCode(at + 1))],
  )
  await client.query(
    `INSERT INTO metric (id, partnership_id, code, title, plain_title, definition, unit, value_type, decimals,
                         polarity, frequency, year_type, source, area_id, source_id)
     SELECT 'bench-imported-' || n, 'wessex-vale', 'I' || n, 'Imported ' || n, 'Imported ' || n, '', '%', 'proportion',
            1, 'low_good', 'annual', 'financial', 'Bench', 'area-system', ($2::text[])[n]
       FROM generate_series(1, $1::int) n`,
    [METRICS, Array.from({ length: METRICS }, (_, at) => metricCode(at + 1))],
  )
}

async function upload(northing: Northing, cookie: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), 'bench.csv')
  const answer = await fetch(`${northing.url}/strategies/${STRATEGY}/metrics/import?index`, {
    method: 'POST',
    body: form,
    headers: { cookie, Origin: northing.url },
    redirect: 'manual',
  })
  const path = answer.headers.get('location')
  if (path === null) throw new Error(`Uploading answered ${answer.status}.`)
  return path
}

async function post(
  northing: Northing,
  { cookie, path, step }: { cookie: string; path: string; step: string },
): Promise<void> {
  const answer = await fetch(`${northing.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ step }),
    headers: { cookie, Origin: northing.url },
    redirect: 'manual',
  })
  if (answer.status >= 400) throw new Error(`The step “${step}” answered ${answer.status}.`)
}

async function reach(client: Client, path: string, state: string): Promise<void> {
  const id = path.split('/').at(-1)
  await waitFor(async () => {
    const { rows } = await client.query<{ state: string }>(
      'SELECT state FROM observation_import WHERE id = $1',
      [id],
    )
    return rows[0]?.state === state
  }, `the import is ${state}`)
}

/** One person types at the end of a chapter's title, another reads: how long each letter was under way. */
async function startWriting(northing: Northing) {
  const writer = await joinAs(northing, 'pen@demo.northing')
  const reader = await joinAs(northing, 'chair@demo.northing')
  const written = titleOf(writer.doc)
  const read = titleOf(reader.doc)
  const before = read.length
  const sent: number[] = []
  const times: number[] = []
  let seen = 0
  reader.doc.on('update', () => {
    for (; seen < read.length - before; seen += 1)
      times.push(performance.now() - (sent[seen] ?? Number.NaN))
  })
  const timer = setInterval(() => {
    sent.push(performance.now())
    written.insert(written.length, 'x')
  }, EDIT_EVERY_MS)
  return {
    take: () => times.splice(0),
    stop() {
      clearInterval(timer)
      writer.leave()
      reader.leave()
    },
  }
}

function titleOf(doc: Y.Doc): Y.Text {
  const title = chapterTitleOf(doc, orderChapterIds(doc)[0] ?? '')
  if (!title) throw new Error('The document has no chapter.')
  return title
}
